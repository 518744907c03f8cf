export default definePageConfig({ navigationBarTitleText: '先算一算' });
