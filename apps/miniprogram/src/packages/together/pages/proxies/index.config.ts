export default definePageConfig({ navigationBarTitleText: '帮我办的人' });
