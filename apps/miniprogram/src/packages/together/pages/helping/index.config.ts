export default definePageConfig({ navigationBarTitleText: '我帮的人' });
