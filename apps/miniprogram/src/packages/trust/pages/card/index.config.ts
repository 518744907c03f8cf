export default definePageConfig({ navigationBarTitleText: '随身卡' });
