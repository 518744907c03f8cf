export default definePageConfig({ navigationBarTitleText: '意见和决定' });
