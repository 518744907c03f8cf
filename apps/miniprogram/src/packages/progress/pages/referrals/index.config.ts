export default definePageConfig({ navigationBarTitleText: '转到别的帮助', enablePullDownRefresh: true });
