import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchChromium } from '../../weapp-harness/index.ts';
import { contactSheet } from './contact-sheet.ts';
import { deskPictures } from './desk-pictures.ts';
import { phonePictures } from './phone-pictures.ts';
import type { Picture, Take } from './picture.ts';
import { withTown } from './with-town.ts';

// `npm run screens`: every screen and state as a picture, from a whole running system. Needs the two builds of the mini-program and the desk's.
const out = path.resolve(process.cwd(), 'screens-out');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const pictures: Picture[] = [];
const take: Take = (picture, bytes) => {
  const file = `${picture.group}--${picture.name}.png`;
  writeFileSync(path.join(out, file), bytes);
  pictures.push({ ...picture, file });
  process.stdout.write(`${file}\n`);
};

const browser = await launchChromium();
try {
  await withTown(async (town) => {
    const phone = await phonePictures(town, browser, take);
    const desk = await deskPictures(town, browser, take);
    await desk.empty();
    await phone.empty();
    await phone.waitingAndProblems();
    await phone.fill();
    await phone.screens();
    await phone.offline();
    await phone.send();
    await desk.received();
    await desk.ask();
    // What the resident is told of it is the worker's to write.
    await town.worker.drain();
    const [asked] = await town.sql`select application_id as application, id as correction from corrections`;
    await phone.asked(asked?.application, asked?.correction);
    await phone.answer(asked?.application, asked?.correction);
    await desk.accept();
    await phone.accepted(asked?.application);
    await desk.close();
    await phone.close();
  });
  elsewhere();
} finally {
  await browser.close();
  writeFileSync(path.join(out, 'index.html'), contactSheet(pictures));
  process.stdout.write(`${pictures.length} pictures: ${path.join(out, 'index.html')}\n`);
}

/** What one family's application does not come to: the stories that look at their own screens keep a picture of each. */
function elsewhere(): void {
  const stories = ['authenticate', 'change', 'know', 'objection', 'relay', 'together', 'urgent-night'];
  const { status } = spawnSync(
    'node_modules/.bin/vitest',
    ['run', '--project', 'journeys', ...stories.map((name) => `test/journeys/${name}.long.ts`)],
    { stdio: 'inherit', env: { ...process.env, TEST_KIND: 'long', SCREENS_OUT: out } },
  );
  if (status !== 0) process.exitCode = 1;
  const known = new Set(pictures.map(({ file }) => file));
  for (const file of readdirSync(out).sort()) {
    const [, group, name] = /^(standard|elder)--(.+)\.png$/.exec(file) ?? [];
    if (group && name && !known.has(file)) pictures.push({ group: group as Picture['group'], name, file });
  }
}
