export default definePageConfig({ navigationBarTitleText: '家里人同意', enableShareAppMessage: true });
