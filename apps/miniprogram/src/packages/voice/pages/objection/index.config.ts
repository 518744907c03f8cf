export default definePageConfig({ navigationBarTitleText: '我有不同意见' });
