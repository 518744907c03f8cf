import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { assertNothingLost, openRoundPhone, type RoundPhone, tieAndDownload, wholeRound } from './_town/round-story.ts';
import { startTown, type Town } from './_town/town.ts';

const HOUSEHOLDS = 20;
const PHOTOS = 3;

describe('二十家、六十张照片', () => {
  let browser: Browser;
  let town: Town;
  let phone: RoundPhone;

  beforeAll(async () => {
    [browser, town] = await Promise.all([launchChromium(), startTown()]);
  });
  afterAll(async () => {
    await phone?.close();
    await town?.close();
    await browser?.close();
  });

  it('没网、杀掉两次、丢一次回话：一样不少，一样不多', { timeout: 600_000 }, async () => {
    phone = await openRoundPhone(town, browser, HOUSEHOLDS);
    await tieAndDownload(phone);
    await wholeRound(town, phone, PHOTOS);
    await assertNothingLost(town, phone, PHOTOS);
  });
});
