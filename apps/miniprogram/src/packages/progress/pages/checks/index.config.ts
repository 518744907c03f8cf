export default definePageConfig({ navigationBarTitleText: '核对过什么', enablePullDownRefresh: true });
