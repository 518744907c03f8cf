/** How WeChat draws its built-ins before any WXSS: content-box everywhere, scroll-view as wide as its parent, and so on. */
export const BASE_STYLES = `
* { -webkit-tap-highlight-color: transparent }
html, body { margin: 0; height: 100%; font: 16px/1.5 "Noto Sans CJK SC", sans-serif; --rpx: calc(100vw / 750) }
#weapp-nav { position: relative; height: 44px; line-height: 44px; text-align: center; border-bottom: 1px solid #eee; background: #fff; font-weight: 600 }
#weapp-nav button { position: absolute; left: 0; top: 0; height: 44px; width: 44px; border: 0; background: none; font: inherit }
#weapp-nav.custom > * { display: none }
#weapp-nav.custom { height: 0; border: 0; position: static }
/* WeChat's own capsule lies over a page that draws its own bar: what is under it cannot be tapped. */
#weapp-nav.custom::after { content: "··· ◎"; position: fixed; z-index: 8; top: 24px; right: 7px; width: 85px; height: 30px; line-height: 30px; border: 1px solid rgba(0,0,0,.1); border-radius: 16px; background: rgba(255,255,255,.6) }
#weapp-pages { height: calc(100% - 45px); position: relative }
#weapp-nav.custom + #weapp-pages { height: 100% }
wx-page { display: block; height: 100%; overflow: auto }
wx-page[hidden] { display: none }
wx-page-root { display: block; min-height: 100% }
wx-view, wx-form, wx-radio-group, wx-checkbox-group, wx-picker, wx-swiper, wx-swiper-item, wx-rich-text, wx-page-container, wx-root-portal,
wx-map, wx-cover-view, wx-picker-view { display: block }
wx-text { white-space: pre-line }
wx-scroll-view { display: block; width: 100%; overflow: hidden }
wx-swiper { height: 150px }
wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden }
wx-image img { width: 100%; height: 100%; display: block }
wx-input { display: block; min-height: 1.4em; overflow: hidden }
wx-textarea { display: block; width: 300px; height: 150px }
wx-input input, wx-textarea textarea { box-sizing: border-box; width: 100%; height: 100%; min-height: inherit; border: 0; outline: 0; background: transparent;
  font: inherit; color: inherit; padding: 0; text-align: inherit; resize: none; display: block }
wx-button { display: block; box-sizing: border-box; margin: 0 auto; padding: 0 14px; text-align: center; line-height: 2.55; border-radius: 5px;
  background: #f8f8f8; font-size: 18px; cursor: pointer; overflow: hidden; position: relative }
wx-button[type=primary] { background: #07c160; color: #fff }
wx-button[type=warn] { background: #e64340; color: #fff }
wx-button[size=mini] { display: inline-block; line-height: 2.3; font-size: 13px; padding: 0 1.34em }
wx-button[disabled] { opacity: .6 }
.weapp-sheet { position: fixed; left: 0; right: 0; bottom: 0; background: #fff; border-top: 1px solid #ccc; padding: 12px; z-index: 9 }
.weapp-sheet .columns { display: flex }
.weapp-sheet ul { list-style: none; flex: 1; margin: 0; padding: 0; max-height: 200px; overflow: auto }
.weapp-sheet li { padding: 6px; text-align: center }
.weapp-sheet li[aria-selected=true] { color: #07c160 }
.weapp-dialog { position: fixed; left: 10%; right: 10%; bottom: 40%; background: #fff; border: 1px solid #ccc; border-radius: 8px; text-align: center; padding: 12px; z-index: 9 }
.weapp-toast { position: fixed; left: 50%; top: 40%; transform: translateX(-50%); background: rgba(0,0,0,.75); color: #fff; padding: 12px 20px; border-radius: 6px; z-index: 10 }
`;
