/** Origin of the BFF; empty in the browser, where both share one. Set when building. */
export const API_BASE: string = process.env.TARO_APP_API_BASE ?? '';
/** Whether this web build may sign in (through the WeChat sandbox). A production build serves only what needs no sign-in. */
export const WEB_SIGN_IN: boolean = process.env.TARO_APP_WEB_SIGN_IN === 'sandbox';
/** Where the recordings of `clips.gen.ts` lie, ending in a slash. Set when building, once there are any. */
export const CLIPS_BASE: string = process.env.TARO_APP_CLIPS_BASE ?? '';
