export default definePageConfig({ navigationBarTitleText: '举报或投诉' });
