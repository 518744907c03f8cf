export default definePageConfig({ navigationBarTitleText: '有没有亲戚管救助' });
