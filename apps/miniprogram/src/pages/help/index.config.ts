export default definePageConfig({ navigationBarTitleText: '找人办' });
