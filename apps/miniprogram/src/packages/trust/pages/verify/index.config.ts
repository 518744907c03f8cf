export default definePageConfig({ navigationBarTitleText: '核一张证明' });
