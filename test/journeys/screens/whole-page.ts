import type { Locator, Page } from 'playwright-core';

/** The whole page, as long as it is: its own bars stay at the end. @param settle waits until it is drawn @returns a picture, the window as it was */
export async function wholePage(
  page: Page,
  screen: () => Locator,
  settle: () => Promise<void> = async () => undefined,
): Promise<Uint8Array> {
  const window = page.viewportSize();
  if (!window) throw new Error('a page without a window has no picture');
  // What was still being drawn is counted the second time.
  for (let height = window.height, turn = 0; turn < 2; turn++) {
    await settle();
    height += await screen().evaluate((root) => root.scrollHeight - root.clientHeight);
    await page.setViewportSize({ width: window.width, height });
  }
  const picture = await page.screenshot();
  await page.setViewportSize(window);
  return picture;
}
