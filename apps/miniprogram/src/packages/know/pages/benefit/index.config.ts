export default definePageConfig({ navigationBarTitleText: '这是什么帮助' });
