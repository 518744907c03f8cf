import type { Locator } from 'playwright-core';

/** What a resident does on a phone, the same in the WeChat build and on the web page: by what is read there, never by inner names. */
export interface Hands {
  /** Where the person is: the page on top. */
  screen(): Locator;
  tap(role: 'button' | 'link' | 'radio' | 'checkbox' | 'switch', name: string | RegExp): Promise<void>;
  type(label: string, text: string): Promise<void>;
  /** One of a wheel or a list. @param label of the field; @param option as it reads */
  pick(label: string, option: string): Promise<void>;
  /** @param day `YYYY-MM-DD` */
  pickDay(label: string, day: string): Promise<void>;
  /** Taps what opens the camera or the album, and gives these files. */
  photograph(button: string | RegExp, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<void>;
  back(): Promise<void>;
  /** Waits until a person can read this on the page on top. */
  reads(text: string | RegExp): Promise<void>;
  /** All that stands on the page on top. */
  text(): Promise<string>;
}

/** Longer than anybody should wait: only what never comes is to fail, on a machine that does other things beside. */
const PATIENCE_MS = 30_000;

/** Waits for it, and says what stood there instead. */
export async function waitToRead(screen: Locator, text: string | RegExp): Promise<void> {
  try {
    await screen.getByText(text).first().waitFor({ timeout: PATIENCE_MS });
  } catch {
    throw new Error(`「${text}」没有出现。那一页上写着：\n${await screen.innerText().catch(() => '（什么也没有）')}`);
  }
}

/** Finds by role and accessible name; a missing one says what stood there instead. */
export async function findByRole(screen: Locator, role: Parameters<Hands['tap']>[0], name: string | RegExp): Promise<Locator> {
  const found = screen.getByRole(role, { name: typeof name === 'string' ? named(role, name) : name }).first();
  try {
    await found.waitFor({ timeout: PATIENCE_MS });
  } catch {
    throw new Error(`没有找到 ${role}「${name}」。那一页上写着：\n${await screen.innerText().catch(() => '（什么也没有）')}`);
  }
  return found;
}

/** The whole name; of a choice its title, whatever is said under it. */
const named = (role: Parameters<Hands['tap']>[0], name: string): RegExp =>
  new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${role === 'radio' || role === 'checkbox' ? '(，.*)?' : ''}$`);
