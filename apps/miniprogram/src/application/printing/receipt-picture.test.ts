import type { SubmissionReceipt } from '@assist/contracts';
import { expect, test } from 'vitest';
import type { Measure } from './picture.ts';
import { receiptDrawing } from './receipt-picture.ts';

/** A Chinese sign is as wide as it is high, everything else half. */
const measure: Measure = (text, font) => {
  const size = Number(/(\d+)px/.exec(font)?.[1]);
  return [...text].reduce((sum, sign) => sum + (/[\x20-\x7e]/.test(sign) ? size / 2 : size), 0);
};
const clause = { id: 'YM239-3-1b', label: '渝民〔2022〕239号 三（一）', gist: '' };
const receipt = {
  applicationId: 'a',
  number: '云岭 261122-001-K',
  receivedAt: '2026-11-22T10:32:00+08:00',
  receivedOn: '2026-11-22',
  office: { id: '1', name: '很长很长的云岭镇社会事务和社会救助联合办公室', district: '九龙坡区', phone: '023-00000001', sample: true },
  routing: { sentence: '', clauses: [] },
  firstReplyBy: { date: '2026-11-25', provisional: false },
  next: [{ sentence: '镇上收下（受理）那天起，30 个工作日内有结果，要是有变化会再告诉您一声（会再说），谢谢您等一等', clauses: [clause] }],
  members: 2,
  photos: 1,
  notYetSigned: ['陈秀英'],
} as unknown as SubmissionReceipt;
const drawing = receiptDrawing(receipt, measure);
const words = drawing.marks.map((m) => m.text);

test('号在一行里、最大；交到哪、几时、接下来和依据都在；没有别人的名字', () => {
  const number = drawing.marks.find((m) => m.text === '云岭 261122-001-K');
  const sizes = drawing.marks.map((m) => Number(/(\d+)px/.exec(m.font)?.[1]));
  expect(Number(/(\d+)px/.exec(number?.font ?? '')?.[1])).toBe(Math.max(...sizes));
  expect(words.join('')).toContain('很长很长的云岭镇社会事务和社会救助联合办公室');
  expect(words).toEqual(expect.arrayContaining(['2026年11月25日前给您回话', '渝民〔2022〕239号 三（一）']));
  expect(words.join('')).toContain('30 个工作日内有结果，要是有变化会再告诉您一声');
  expect(words.join('')).toContain('样例，不是真的电话');
  expect(words.join('')).not.toContain('陈秀英');
});

test('每一行都在纸里，从上到下不叠；数字不拦腰断开', () => {
  for (const m of drawing.marks) expect(m.x + measure(m.text, m.font)).toBeLessThanOrEqual(drawing.width - 24);
  const lines = drawing.marks.map((m) => m.baseline);
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
  expect(new Set(lines).size).toBe(lines.length);
  expect(drawing.height).toBeGreaterThan(lines.at(-1) ?? 0);
  expect(words.join('\n')).toContain('023-00000001');
  expect(words.filter((line) => /^[，。；：、）]/.test(line))).toEqual([]);
});
