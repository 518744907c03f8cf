export default definePageConfig({ navigationBarTitleText: '变化凭证' });
