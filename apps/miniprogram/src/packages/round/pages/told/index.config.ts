export default definePageConfig({ navigationBarTitleText: '上门替您记下的' });
