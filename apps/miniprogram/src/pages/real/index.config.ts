export default definePageConfig({ navigationBarTitleText: '是真的吗' });
