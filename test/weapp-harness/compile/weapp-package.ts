export interface Problem {
  readonly file: string;
  readonly level: 'error' | 'warn';
  readonly message: string;
}

export interface SubPackage {
  readonly root: string;
  readonly independent: boolean;
  readonly pages: readonly string[];
}

interface BarConfig {
  readonly navigationBarTitleText?: string;
  readonly navigationBarBackgroundColor?: string;
  readonly navigationStyle?: string;
}

/** The parts of app.json that the runtime reads. */
export interface AppConfig {
  readonly pages: readonly string[];
  readonly window?: BarConfig;
  readonly tabBar?: { readonly list?: readonly { readonly pagePath: string }[] };
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly networkTimeout?: { readonly request?: number; readonly uploadFile?: number; readonly downloadFile?: number };
  readonly subPackages?: readonly { root: string; independent?: boolean; pages: readonly string[] }[];
  readonly subpackages?: readonly { root: string; independent?: boolean; pages: readonly string[] }[];
}

export interface PageConfig extends BarConfig {
  readonly usingComponents?: Readonly<Record<string, string>>;
}

/** A weapp build, compiled for the browser runtime. Serialisable. */
export interface WeappPackage {
  readonly app: AppConfig;
  /** Page and component configs by path without extension. */
  readonly configs: Readonly<Record<string, PageConfig>>;
  /** JavaScript as built, by path. */
  readonly modules: Readonly<Record<string, string>>;
  /** CSS by path without extension. */
  readonly wxss: Readonly<Record<string, string>>;
  /** Source of an expression that yields glass-easel's template groups. */
  readonly templates: string;
  readonly templateNames: readonly string[];
  /** Attributes that the WXML uses, by built-in tag. */
  readonly tagAttributes: Readonly<Record<string, readonly string[]>>;
  readonly pages: readonly string[];
  readonly subs: readonly SubPackage[];
  readonly problems: readonly Problem[];
}
