export default definePageConfig({ navigationBarTitleText: '换电话、银行卡' });
