import { emit, sim } from '../sim.ts';
import { asyncApi } from './async-api.ts';

const STATUS_BAR = 20;

function windowInfo() {
  const width = window.innerWidth;
  const height = window.innerHeight;
  return {
    pixelRatio: devicePixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight: height,
    statusBarHeight: STATUS_BAR,
    screenTop: 0,
    safeArea: { top: STATUS_BAR, left: 0, right: width, bottom: height, width, height: height - STATUS_BAR },
  };
}

const appBaseInfo = () => ({
  SDKVersion: '3.8.12',
  version: '8.0.60',
  language: 'zh_CN',
  theme: 'light',
  enableDebug: false,
  fontSizeSetting: sim.options.fontSizeSetting,
  fontSizeScaleFactor: sim.options.fontSizeScaleFactor,
  host: { env: 'WeChat' },
});
const deviceInfo = () => ({ brand: 'harness', model: 'harness', system: 'iOS 17.0', platform: 'ios', abi: '', benchmarkLevel: 50 });
const systemInfo = () => ({ ...windowInfo(), ...appBaseInfo(), ...deviceInfo() });

/** What the phone and WeChat say of themselves. */
export function systemApis(): Record<string, unknown> {
  const events = (
    'AppShow AppHide Error PageNotFound UnhandledRejection ThemeChange NetworkStatusChange NetworkWeakChange WindowResize ' +
    'KeyboardHeightChange AppRoute AppRouteDone UserCaptureScreen MemoryWarning AudioInterruptionBegin AudioInterruptionEnd LazyLoadError'
  ).split(' ');
  const listeners: Record<string, unknown> = {};
  for (const event of events) {
    const own = new Set<(value: unknown) => void>();
    sim.listeners.set(event, own);
    listeners[`on${event}`] = (listener: (value: unknown) => void) => void own.add(listener);
    listeners[`off${event}`] = (listener?: (value: unknown) => void) => void (listener === undefined ? own.clear() : own.delete(listener));
  }
  const updates = { onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} };
  const log = { debug() {}, info() {}, warn() {}, error() {}, log() {}, setFilterMsg() {}, addFilterMsg() {} };
  return {
    ...listeners,
    env: { USER_DATA_PATH: 'wxfile://usr' },
    canIUse: (schema: string) => !sim.options.cannotUse.some((denied) => schema === denied || schema.startsWith(`${denied}.`)),
    getSystemInfoSync: systemInfo,
    getSystemInfo: asyncApi('getSystemInfo', systemInfo),
    getSystemInfoAsync: asyncApi('getSystemInfoAsync', systemInfo),
    getWindowInfo: windowInfo,
    getDeviceInfo: deviceInfo,
    getAppBaseInfo: appBaseInfo,
    getSystemSetting: () => ({ bluetoothEnabled: false, locationEnabled: true, wifiEnabled: true, deviceOrientation: 'portrait' }),
    getAppAuthorizeSetting: () => ({ cameraAuthorized: 'authorized', albumAuthorized: 'authorized', locationAuthorized: 'not determined' }),
    getAccountInfoSync: () => ({ miniProgram: { appId: sim.options.appid, envVersion: sim.options.envVersion, version: '' } }),
    getLaunchOptionsSync: () => sim.launchOptions,
    getEnterOptionsSync: () => sim.launchOptions,
    getMenuButtonBoundingClientRect: () => ({
      width: 87,
      height: 32,
      top: 24,
      right: window.innerWidth - 7,
      bottom: 56,
      left: window.innerWidth - 94,
    }),
    getNetworkType: asyncApi('getNetworkType', () => ({ networkType: sim.networkType, hasSystemProxy: false, weakNet: false })),
    checkIsOpenAccessibility: asyncApi('checkIsOpenAccessibility', () => ({ open: false })),
    getUpdateManager: () => updates,
    getLogManager: () => log,
    getRealtimeLogManager: () => log,
    getPerformance: () => ({ createObserver: () => ({ observe() {}, disconnect() {} }), getEntries: () => [] }),
    reportEvent() {},
    reportAnalytics() {},
    reportMonitor() {},
    reportPerformance() {},
    nextTick: (run: () => void) => void Promise.resolve().then(run),
    arrayBufferToBase64: (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes))),
    base64ToArrayBuffer: (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer,
    getRandomValues: asyncApi('getRandomValues', ({ length }) => ({ randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer })),
  };
}

/** The phone's network came or went. */
export function changeNetwork(networkType: string): void {
  sim.networkType = networkType;
  emit('NetworkStatusChange', { isConnected: networkType !== 'none', networkType });
}
