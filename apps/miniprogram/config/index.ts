import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';

const weapp = process.env.TARO_ENV === 'weapp';

// Workspace packages are TypeScript, and zod and the ciphers leave ES2020 and later in their output: all of it must be transpiled.
const include = [
  (file: string) => /\/packages\/(policy|policy-chongqing|contracts|places)\//.test(file) || /node_modules\/(zod|@noble)\//.test(file),
];

// Sizes are plain px in both builds: a narrow phone must not get smaller words.
const plainPx = { pxtransform: { enable: false, config: {} }, cssModules: { enable: false } };

export default defineConfig<'webpack5'>(
  async () =>
    ({
      projectName: 'assist',
      date: '2026-11-22',
      designWidth: 375,
      deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
      sourceRoot: 'src',
      outputRoot: `dist/${process.env.TARO_ENV}`,
      plugins: [path.resolve(__dirname, '../plugins/aria/index.js')],
      framework: 'react',
      alias: { '@': path.resolve(__dirname, '..', 'src') },
      compiler: { type: 'webpack5', prebundle: { enable: false } },
      cache: { enable: false },
      env: {
        // In WeChat requests go to a named host; the web page and the BFF share an origin.
        TARO_APP_API_BASE: JSON.stringify(process.env.TARO_APP_API_BASE ?? (weapp ? 'http://127.0.0.1:8787' : '')),
        // `sandbox`: the web page signs in through the WeChat sandbox. Anything else: it serves only what needs no sign-in.
        TARO_APP_CLIPS_BASE: JSON.stringify(process.env.TARO_APP_CLIPS_BASE ?? ''),
        TARO_APP_WEB_SIGN_IN: JSON.stringify(process.env.TARO_APP_WEB_SIGN_IN ?? 'off'),
      },
      mini: {
        compile: { include },
        optimizeMainPackage: { enable: true },
        postcss: plainPx,
      },
      h5: {
        publicPath: '/',
        staticDirectory: 'static',
        compile: { include },
        router: { mode: 'hash' },
        output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
        miniCssExtractPluginOption: { filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
        postcss: { ...plainPx, autoprefixer: { enable: true, config: {} } },
      },
    }) satisfies UserConfigExport<'webpack5'>,
);
