export default definePageConfig({ navigationBarTitleText: '拍视频、照片' });
