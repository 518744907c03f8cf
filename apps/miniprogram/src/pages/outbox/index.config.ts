export default definePageConfig({ navigationBarTitleText: '待送的' });
