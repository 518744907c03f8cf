import type { Locator } from 'playwright-core';
import type { WeappApp } from '../../weapp-harness/index.ts';

type Role = Parameters<Locator['getByRole']>[0];

/** Longer than anybody should wait: only what never comes is to fail. */
const PATIENCE_MS = 30_000;

/**
 * Somebody who sees nothing, on the WeChat build: everything is found by its role and accessible name, and by nothing else. What cannot be
 * found so is not there.
 */
export function ears(app: WeappApp) {
  const screen = () => app.page.locator('wx-page:not([hidden])').last();
  const find = async (within: Locator, role: Role, name: string | RegExp): Promise<Locator> => {
    const found = within.getByRole(role, { name, ...(typeof name === 'string' && { exact: true }) }).first();
    try {
      await found.waitFor({ timeout: PATIENCE_MS });
    } catch {
      throw new Error(`听不到 ${role}「${name}」。这一页听得到的：\n${await screen().ariaSnapshot()}`);
    }
    return found;
  };
  /** WeChat's own wheel, over the page. */
  const confirm = async () => {
    await (await find(app.overlay, 'button', '确定')).click();
    await app.settle();
  };
  return {
    hears: async (role: Role, name: string | RegExp): Promise<string> => (await find(screen(), role, name)).ariaSnapshot(),
    tap: async (role: Role, name: string | RegExp) => app.tap(await find(screen(), role, name)),
    type: async (name: string, text: string) => app.fill(await find(screen(), 'textbox', name), text),
    async pick(label: string, option: string) {
      await app.tap(await find(screen(), 'button', new RegExp(`^${label}，`)));
      await (await find(app.overlay, 'option', option)).click();
      await confirm();
    },
    /** Whether a choice is on, as it is heard. */
    isOn: async (role: 'radio' | 'checkbox', name: string | RegExp): Promise<boolean> => (await find(screen(), role, name)).isChecked(),
    back: () => app.back(),
  };
}
export type Ears = ReturnType<typeof ears>;
