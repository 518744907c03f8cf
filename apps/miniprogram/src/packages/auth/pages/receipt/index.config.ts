export default definePageConfig({ navigationBarTitleText: '认证凭证' });
