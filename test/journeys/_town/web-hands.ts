import type { Page } from 'playwright-core';
import { findByRole, type Hands, waitToRead } from './hands.ts';

/** Hands on the web build in Chromium. Taro keeps earlier pages in the document; the last one is on top. */
export function webHands(page: Page): Hands {
  const screen = () => page.locator('.taro_page').last();
  return {
    screen,
    tap: async (role, name) => (await findByRole(screen(), role, name)).click(),
    type: (label, text) => screen().getByLabel(label, { exact: true }).first().fill(text),
    async pick(label, name) {
      const list = screen().getByLabel(label, { exact: true }).first();
      await list.locator('option', { hasText: new RegExp(`^${name}$`) }).waitFor({ state: 'attached', timeout: 15_000 });
      await list.selectOption({ label: name });
    },
    pickDay: (label, day) => screen().getByLabel(label, { exact: true }).first().fill(day),
    async photograph(button, files) {
      const chooser = page.waitForEvent('filechooser');
      await (await findByRole(screen(), 'button', button)).click();
      await (await chooser).setFiles(files.map((f) => ({ name: f.name, mimeType: 'image/jpeg', buffer: Buffer.from(f.bytes) })));
    },
    async back() {
      await page.goBack();
    },
    reads: (text) => waitToRead(screen(), text),
    text: () => screen().innerText(),
  };
}
