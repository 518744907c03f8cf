export default definePageConfig({ navigationBarTitleText: '看回复' });
