import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { launchChromium } from '../weapp-harness/index.ts';
import { oneStory } from './_town/one-story.ts';
import { assertNothingLost, openRoundPhone, type RoundPhone, tieAndDownload, wholeRound } from './_town/round-story.ts';
import { startTown, type Town } from './_town/town.ts';

const HOUSEHOLDS = 4;
const PHOTOS = 2;

describe('协理员邓华入户一天', () => {
  let browser: Browser;
  let town: Town;
  let phone: RoundPhone;
  oneStory();

  beforeAll(async () => {
    [browser, town] = await Promise.all([launchChromium(), startTown()]);
  });
  afterAll(async () => {
    await phone?.close();
    await town?.close();
    await browser?.close();
  });

  it('工作台上要一个码，手机绑上，下载今天要去的', async () => {
    phone = await openRoundPhone(town, browser, HOUSEHOLDS);
    await tieAndDownload(phone);
  });

  it('四家八张照片，没网、杀掉两次、丢一次回话：一样不少，一样不多', async () => {
    await wholeRound(town, phone, PHOTOS);
    await assertNothingLost(town, phone, PHOTOS);
  });
});
