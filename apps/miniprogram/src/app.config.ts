export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/cases/index',
    'pages/messages/index',
    'pages/mine/index',
    'pages/urgent/index',
    'pages/outbox/index',
    'pages/problem/index',
    'pages/privacy/index',
    'pages/identity/index',
    'pages/help/index',
  ],
  subPackages: [],
  lazyCodeLoading: 'requiredComponents',
  window: {
    backgroundColor: '#F4F7F7',
    backgroundTextStyle: 'dark',
    navigationBarBackgroundColor: '#F4F7F7',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '救助通',
  },
});
