import {
  BLACK_OUT_REASON_NAMES,
  type CaseFile,
  eventLines,
  ITEM_NOTE_NAMES,
  type ItemNote,
  type Letter,
  letterOfRun,
  lettersOfRun,
  type RunView,
  titlesOf,
  wordsOf,
  yuanWords,
} from '@assist/contracts';
import { RECIPIENTS } from '@assist/policy-chongqing';
import type { FiledApplication } from './applications-of-case.ts';
import type { changesOfCase, paymentsOfCase } from './rest-of-case.ts';

export interface PaperPhoto {
  readonly path: string;
  readonly title: string;
  /** A video: named, not shown. */
  readonly moves: boolean;
}

interface Paper {
  readonly file: CaseFile;
  readonly applications: readonly FiledApplication[];
  readonly runs: readonly RunView[];
  readonly changes: Awaited<ReturnType<typeof changesOfCase>>;
  readonly payments: Awaited<ReturnType<typeof paymentsOfCase>>;
  readonly notes: readonly ItemNote[];
  readonly photos: readonly PaperPhoto[];
  readonly reason: string;
}

const STYLE = `@page{size:A4;margin:18mm}body{max-width:190mm;margin:0 auto;padding:8mm;color:#000;background:#fff;font:18pt/1.6 serif}
h1{font-size:28pt;text-align:center}h2{margin:14mm 0 4mm;font-size:22pt;border-bottom:1px solid #000}h3{font-size:19pt}
table{width:100%;border-collapse:collapse}td,th{padding:2mm;border:1px solid #000;text-align:left;vertical-align:top}
.from{text-align:right}figure{position:relative;margin:6mm 0;break-inside:avoid}figure img{max-width:100%;max-height:220mm}
.mark{position:absolute;inset:0 0 auto;padding:30% 4mm 0;color:rgba(180,0,0,.55);font-size:24pt;text-align:center;transform:rotate(-18deg)}
article{break-before:page}`;

const TEXT: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (words: string): string => words.replaceAll(/[&<>"']/g, (one) => TEXT[one] ?? '');
const page = (title: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${text(title)}</title><style>${STYLE}</style><body>${body}</body></html>`;
const rows = (cells: readonly (readonly string[])[]): string =>
  cells.length
    ? `<table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`).join('')}</table>`
    : '<p>没有。</p>';

const letterBody = (letter: Letter): string =>
  `<h1>${text(letter.title)}</h1><p>${text(letter.to)}</p>${letter.paragraphs.map((words) => `<p>${text(words)}</p>`).join('')}` +
  `<p class="from">${text(letter.from)}<br>${text(letter.on)}</p>`;

/** What was said and seen, what of it was wrong; of what was blacked out, by whom and why. */
const noteWords = ({ words, corrected, blackedOut }: ItemNote): string =>
  blackedOut
    ? `（${wordsOf(BLACK_OUT_REASON_NAMES, blackedOut.why, '写了不该写的')}，${blackedOut.who} ${blackedOut.at.slice(0, 10)} 涂掉）`
    : words + (corrected ? `（${corrected.who} ${corrected.at.slice(0, 10)} 更正：${corrected.words}）` : '');

/** One letter, in large type on A4. */
export const letterHtml = (letter: Letter): string => page(letter.title, letterBody(letter));

/** The whole file in order, in large type on A4; what it is for stands across every photo. */
export function paperHtml({ file, applications, runs, changes, payments, notes, photos, reason }: Paper): string {
  const name = file.members[0]?.name ?? '';
  const titles = (kind: string): string => RECIPIENTS[kind as keyof typeof RECIPIENTS] ?? kind;
  return page(
    `一户一档 ${file.registerNumber}`,
    [
      `<h1>一户一档</h1><p class="from">${text(file.registerNumber)}，${text(name)}一家<br>${text(file.office.name)}<br>用途：${text(reason)}</p>`,
      '<h2>一、家里人和现在有的</h2>',
      rows(file.members.map((m) => [m.name, m.maskedNumber ?? '没有证件', m.birthDate ?? '', m.authentication.counted?.sentence ?? ''])),
      rows(file.benefits.map((b) => [b.title, `每月 ${yuanWords(b.amount)}`, `${b.since} 起`])),
      '<h2>二、申请</h2>',
      rows(
        applications.flatMap((one) =>
          one.timeline.map((step) => [one.receipt.number, step.at.slice(0, 16).replace('T', ' '), step.sentence]),
        ),
      ),
      '<h2>三、程序</h2>',
      runs.length === 0 ? '<p>没有。</p>' : '',
      ...runs.map(
        (run) =>
          `<h3>${text(run.title)}，${text(run.openedOn)}${run.ended ? '，办完了' : ''}</h3>` +
          rows(run.events.map((one) => [one.on, one.title, one.who, eventLines(one, titlesOf(run)).join('；')])),
      ),
      '<h2>四、变化报告</h2>',
      rows(changes.map((one) => [one.toldAt.slice(0, 10), one.what.join('、'), one.number])),
      '<h2>五、发放</h2>',
      rows(
        payments.map((one) => [
          one.month,
          titles(one.kind),
          yuanWords(one.amount),
          one.state === 'paid' ? '到账' : one.state === 'bounced' ? '退回' : '',
        ]),
      ),
      '<h2>六、一户一条救助链</h2>',
      rows(file.events.map((one) => [one.at.slice(0, 16).replace('T', ' '), one.sentence, one.who])),
      '<h2>七、电话和上门的记录</h2>',
      rows(
        [...notes].reverse().map((one) => [one.on, `${wordsOf(ITEM_NOTE_NAMES, one.kind, '记录')}：${one.whom}`, noteWords(one), one.who]),
      ),
      '<h2>八、照片</h2>',
      photos.length === 0 ? '<p>没有。</p>' : '',
      ...photos.map(({ path, title, moves }) =>
        moves
          ? `<p>${text(title)}：视频 ${text(path)}</p>`
          : `<figure><img src="${text(path)}" alt="${text(title)}"><div class="mark">只用于：${text(reason)}</div><figcaption>${text(title)}</figcaption></figure>`,
      ),
      ...runs.flatMap((run) =>
        lettersOfRun(run).flatMap((id) => {
          const letter = letterOfRun(run, id);
          return letter ? [`<article>${letterBody(letter)}</article>`] : [];
        }),
      ),
    ].join('\n'),
  );
}
