export { launchChromium } from './host/browser-page.ts';
export type { NetworkFault, NetworkHook, OutgoingCall } from './host/network-types.ts';
export type { TestFile } from './host/phone-files.ts';
export { createStorage, type WeappStorage } from './host/weapp-storage.ts';
export type { Report } from './launch-types.ts';
export { type LaunchOptions, launchWeapp } from './launch-weapp.ts';
export type { WeappApp } from './weapp-app.ts';
