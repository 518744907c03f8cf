export default definePageConfig({ navigationBarTitleText: '我家的救助', enablePullDownRefresh: true });
