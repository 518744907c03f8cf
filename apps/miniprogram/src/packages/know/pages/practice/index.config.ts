export default definePageConfig({ navigationBarTitleText: '先练一练' });
