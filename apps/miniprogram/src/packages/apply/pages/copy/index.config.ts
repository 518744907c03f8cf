export default definePageConfig({ navigationBarTitleText: '填的都在这里' });
