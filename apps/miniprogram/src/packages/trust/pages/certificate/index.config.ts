export default definePageConfig({ navigationBarTitleText: '救助证明' });
