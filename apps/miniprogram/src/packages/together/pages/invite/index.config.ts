export default definePageConfig({ navigationBarTitleText: '请人帮我办', enableShareAppMessage: true });
