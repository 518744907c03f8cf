export default definePageConfig({ navigationBarTitleText: '钱发到哪里' });
