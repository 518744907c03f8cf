export default definePageConfig({ navigationBarTitleText: '请您点个头' });
