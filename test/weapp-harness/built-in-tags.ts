/** WeChat's own components: their tags live in the DOM as `wx-<tag>`. */
export const BUILT_IN_TAGS: readonly string[] = (
  'view text image button input textarea label form radio radio-group checkbox checkbox-group switch slider picker ' +
  'picker-view picker-view-column scroll-view swiper swiper-item icon progress rich-text navigator cover-view cover-image ' +
  'web-view canvas map video audio camera page-meta navigation-bar root-portal page-container movable-area movable-view ' +
  'match-media official-account open-data ad editor live-player live-pusher share-element functional-page-navigator ' +
  'keyboard-accessory native-slot voip-room'
).split(' ');
