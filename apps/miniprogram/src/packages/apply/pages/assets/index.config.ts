export default definePageConfig({ navigationBarTitleText: '房子、车、存款' });
