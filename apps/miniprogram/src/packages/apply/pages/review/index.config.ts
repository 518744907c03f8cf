export default definePageConfig({ navigationBarTitleText: '检查一遍' });
