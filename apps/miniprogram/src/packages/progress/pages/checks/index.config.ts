export default definePageConfig({ navigationBarTitleText: '镇上查过什么', enablePullDownRefresh: true });
