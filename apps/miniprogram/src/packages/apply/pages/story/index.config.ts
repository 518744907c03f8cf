export default definePageConfig({ navigationBarTitleText: '出了什么事' });
