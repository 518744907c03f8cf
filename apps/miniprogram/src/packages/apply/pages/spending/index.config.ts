export default definePageConfig({ navigationBarTitleText: '看病上学的大开销' });
