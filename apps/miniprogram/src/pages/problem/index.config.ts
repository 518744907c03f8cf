export default definePageConfig({ navigationBarTitleText: '出了问题' });
