export default definePageConfig({ navigationBarTitleText: '请您补几样' });
