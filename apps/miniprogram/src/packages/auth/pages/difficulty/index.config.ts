export default definePageConfig({ navigationBarTitleText: '换个办法' });
