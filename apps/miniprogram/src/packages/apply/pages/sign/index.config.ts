export default definePageConfig({ navigationBarTitleText: '同意和签名' });
