export default definePageConfig({ navigationBarTitleText: '以您的名义签过的' });
