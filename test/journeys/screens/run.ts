import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchChromium } from '../../weapp-harness/index.ts';
import { contactSheet } from './contact-sheet.ts';
import { deskPictures } from './desk-pictures.ts';
import { phonePictures } from './phone-pictures.ts';
import type { Picture, Take } from './picture.ts';
import { withTown } from './with-town.ts';

// `pnpm screens`: every screen and state as a picture, from a whole running system. Needs the two builds of the mini-program and the desk's.
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
    const [asked] = await town.sql`select application_id as application, id as correction from corrections`;
    await phone.asked(asked?.application, asked?.correction);
    await phone.answer(asked?.application, asked?.correction);
    await desk.accept();
    await phone.accepted(asked?.application);
    await desk.close();
    await phone.close();
  });
} finally {
  await browser.close();
  writeFileSync(path.join(out, 'index.html'), contactSheet(pictures));
  process.stdout.write(`${pictures.length} pictures: ${path.join(out, 'index.html')}\n`);
}
