/** What the page needs to know of a launch; crosses to the browser as JSON. */
export interface BootOptions {
  /** Page to open, with its query; the first of app.json otherwise. */
  readonly url?: string | undefined;
  readonly scene: number;
  readonly appid: string;
  readonly envVersion: 'develop' | 'trial' | 'release';
  /** WeChat forbids `new Function`: some versions throw, some give back an empty function. */
  readonly functionCtor: 'noop' | 'throw';
  readonly intl: boolean;
  /** px, WeChat's own text size setting; 17 is its middle. */
  readonly fontSizeSetting: number;
  readonly fontSizeScaleFactor: number;
  /** What `wx.canIUse` denies. */
  readonly cannotUse: readonly string[];
  readonly privacyAgreed: boolean;
  readonly privacyContractName: string;
  /** Privacy APIs that the operator did not declare: they fail with errno 112. */
  readonly undeclaredPrivacy: readonly string[];
  readonly networkType: string;
  readonly wechatNames: readonly string[];
  /** Domains of `<image>` and where each really is. */
  readonly origins: Readonly<Record<string, string>>;
}

export interface SetDataRecord {
  readonly page: string;
  /** UTF-8 bytes of the JSON that would cross from the logic to the view. */
  readonly bytes: number;
}

export interface Report {
  /** Exceptions, unhandled rejections, glass-easel errors. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** Rules of WeChat that the app broke. */
  readonly violations: readonly string[];
  /** Names of WeChat that were called and that this harness does not have yet. */
  readonly missingApis: readonly string[];
  /** Names asked of `wx` that WeChat itself does not have. */
  readonly unknownNames: readonly string[];
  /** Elements that no template of the build draws: nothing appears for them. */
  readonly unknownTemplates: readonly string[];
  readonly functionCtorCalls: number;
  readonly setData: { readonly n: number; readonly max: number; readonly total: number; readonly largestOn: string };
  readonly loadedSubs: readonly string[];
  /** Names of the wx calls in their order. */
  readonly calls: readonly string[];
}
