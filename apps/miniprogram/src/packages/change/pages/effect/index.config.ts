export default definePageConfig({ navigationBarTitleText: '先看影响' });
