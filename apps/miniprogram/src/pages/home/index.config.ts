export default definePageConfig({ navigationBarTitleText: '救助通', navigationStyle: 'custom', disableScroll: false });
