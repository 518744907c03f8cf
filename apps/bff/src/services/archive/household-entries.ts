import { letterOfRun, lettersOfRun, RUN_LETTERS, type RunView } from '@assist/contracts';
import { caseFileOf } from '../case-file/case-file-of.ts';
import { caseFileView } from '../case-file/read.ts';
import type { Context } from '../context.ts';
import { notesAboutCase } from '../note/read.ts';
import { applicationsOfCase } from './applications-of-case.ts';
import { letterHtml, type PaperPhoto, paperHtml } from './paper-html.ts';
import { photosOfCase } from './photos-of-case.ts';
import { changesOfCase, paymentsOfCase } from './rest-of-case.ts';
import { runsOfCase } from './runs-of-case.ts';

export interface Entry {
  readonly path: string;
  readonly title: string;
  readonly bytes: Buffer;
}

interface Wanted {
  readonly askedBy: string;
  /** Stands on every photo. */
  readonly reason: string;
  readonly photos: boolean;
}

const json = (path: string, title: string, value: unknown): Entry => ({ path, title, bytes: Buffer.from(JSON.stringify(value, null, 2)) });
const html = (path: string, title: string, text: string): Entry => ({ path, title, bytes: Buffer.from(text) });
const two = (n: number): string => String(n).padStart(2, '0');

/**
 * One household's file in order: who and what is in force, applications, procedures with their letters, changes, payments, the chain, calls and visits, photos;
 * as data, and as one sheet to be printed. Identity numbers are masked as everywhere on the desk.
 */
export async function householdEntries(
  tx: Context,
  one: { readonly id: string; readonly officeId: string },
  wanted: Wanted,
): Promise<Entry[]> {
  const file = await caseFileView(tx, await caseFileOf(tx, one.officeId, one.id));
  const runs = await runsOfCase(tx, one, wanted.askedBy);
  const applications = await applicationsOfCase(tx, one);
  const [changes, payments] = [await changesOfCase(tx, one), await paymentsOfCase(tx, one)];
  const notes = await notesAboutCase(tx, one.id);
  const photos = wanted.photos ? await photosOfCase(tx, one) : [];
  const shown: PaperPhoto[] = photos.map((photo, i) => ({
    path: `photos/${two(i + 1)}${photo.ending}`,
    title: photo.title,
    moves: photo.moves,
  }));
  const letters = runs.flatMap(lettersIn);
  return [
    html(
      '一户一档.html',
      '全部，按次序，可以打印',
      paperHtml({ file, applications, runs, changes, payments, notes, photos: shown, reason: wanted.reason }),
    ),
    json('1-household.json', '家里人和现在有的，一户一条救助链', file),
    json('2-applications.json', '申请', applications),
    json('3-procedures.json', '程序，一步一步', runs),
    json('4-changes.json', '变化报告', changes),
    json('5-payments.json', '发放', payments),
    json('6-notes.json', '电话和上门的记录', notes),
    ...letters.map(({ title, text }, i) => html(`letters/${two(i + 1)}.html`, title, text)),
    ...photos.map(({ title, bytes }, i) => ({ path: shown[i]?.path ?? '', title, bytes })),
  ];
}

const lettersIn = (run: RunView): { title: string; text: string }[] =>
  lettersOfRun(run).flatMap((id) => {
    const letter = letterOfRun(run, id);
    return letter ? [{ title: `${RUN_LETTERS[id].title}，${letter.on}`, text: letterHtml(letter) }] : [];
  });
