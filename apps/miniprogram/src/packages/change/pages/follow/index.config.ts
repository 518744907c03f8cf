export default definePageConfig({ navigationBarTitleText: '变化的进度', enablePullDownRefresh: true });
