export default definePageConfig({ navigationBarTitleText: '替您填上的' });
