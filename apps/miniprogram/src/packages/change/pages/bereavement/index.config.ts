export default definePageConfig({ navigationBarTitleText: '有亲人过世' });
