export default definePageConfig({ navigationBarTitleText: '您同意过的' });
