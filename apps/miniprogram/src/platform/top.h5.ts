import type { ScreenTop } from './screen-top';

export const topOfScreen = (): ScreenTop => ({ statusBar: 8, row: 44, capsule: 0 });
