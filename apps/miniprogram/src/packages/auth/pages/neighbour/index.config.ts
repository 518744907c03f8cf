export default definePageConfig({ navigationBarTitleText: '帮人认证' });
