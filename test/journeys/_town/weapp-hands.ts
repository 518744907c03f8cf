import type { WeappApp } from '../../weapp-harness/index.ts';
import { findByRole, type Hands, waitToRead } from './hands.ts';

/** Hands on the WeChat build in the harness. */
export function weappHands(app: WeappApp): Hands {
  const screen = () => app.page.locator('wx-page:not([hidden])').last();
  const option = async (name: string) => {
    await app.overlay.getByRole('option', { name, exact: true }).first().click();
    await app.overlay.getByRole('button', { name: '确定' }).click();
    await app.settle();
  };
  return {
    screen,
    tap: async (role, name) => app.tap(await findByRole(screen(), role, name)),
    type: (label, text) => app.fill(screen().getByLabel(label, { exact: true }).first(), text),
    async pick(label, name) {
      await app.tap(await findByRole(screen(), 'button', new RegExp(`^${label}，`)));
      await option(name);
    },
    async pickDay(label, day) {
      await app.tap(await findByRole(screen(), 'button', new RegExp(`^${label}，`)));
      await app.overlay.locator('input').fill(day);
      await app.overlay.getByRole('button', { name: '确定' }).click();
      await app.settle();
    },
    async photograph(button, files) {
      app.setFiles(files.map((f) => ({ ...f })));
      await app.tap(await findByRole(screen(), 'button', button));
    },
    back: () => app.back(),
    reads: (text) => waitToRead(screen(), text),
    text: () => screen().innerText(),
  };
}
