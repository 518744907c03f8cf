import { describe, expect, it } from 'vitest';
import type { RunView } from '../api/staff-procedure-api.ts';
import { correctionLetter } from './correction-letter.ts';
import { letterOfRun, lettersOfRun } from './run-letters.ts';
import { yuanWords } from './sums.ts';

const event = (event: RunView['events'][number]['event']): RunView['events'][number] => ({
  eventId: '00000000-0000-4000-8000-000000000001',
  title: '',
  at: '2026-11-22T10:00:00+08:00',
  who: '何丽',
  event,
  on: '2026-11-22' as never,
  role: 'township',
});
const run = (procedure: string, ...events: RunView['events']): RunView => ({
  runId: '00000000-0000-4000-8000-000000000002',
  procedure,
  title: '停发',
  district: '500107',
  office: { id: '500107001', name: '杨家坪街道办事处' },
  name: '李素芬',
  members: 2,
  openedOn: '2026-11-20' as never,
  ended: false,
  events,
  steps: [],
  clocks: [],
  paid: { benefits: [{ kind: 'subsistence', amount: 83500 as never }] },
  notes: [],
});
const opinion = event({ kind: 'opinion', reason: '收入超过标准', proposal: { benefits: [] } });
const confirmed = event({ kind: 'confirmed', reason: '收入超过标准', clauses: ['JLP53-6-4'] });

describe('信', () => {
  it('在案的有什么，才印得出什么', () => {
    expect(lettersOfRun(run('stop'))).toEqual([]);
    expect(lettersOfRun(run('stop', opinion))).toEqual(['opinion']);
    expect(letterOfRun(run('stop', opinion), 'confirmed')).toBeUndefined();
  });

  it('意见书说还不是决定、怎么说话、照发', () => {
    const words = letterOfRun(run('stop', opinion), 'opinion')?.paragraphs.join('') ?? '';
    expect(words).toContain('这还不是决定');
    expect(words).toContain('第四十八条');
    expect(words).toContain('现在领的照发');
  });

  it('停发决定书写原因、依据、复议和诉讼', () => {
    const letter = letterOfRun(run('stop', opinion, confirmed), 'confirmed');
    const words = letter?.paragraphs.join('') ?? '';
    expect(letter?.title).toBe('停发决定书');
    expect(words).toContain('原因：收入超过标准');
    expect(words).toContain('JLP53-6-4');
    expect(words).toMatch(/行政复议.*行政诉讼.*第七十六条.*第三十八条/);
  });
});

it('谁决定的，信就以谁的名义；没有在案的不写是谁。临时救助不公示，也不是下一个月起', () => {
  const by = { ...confirmed, decidedBy: '杨家坪街道办事处' };
  expect(letterOfRun(run('temporary', opinion, by), 'confirmed')?.from).toBe('杨家坪街道办事处（盖章）');
  expect(letterOfRun(run('stop', opinion, confirmed), 'confirmed')?.from).toBe('决定机关（盖章）');
  for (const id of ['opinion', 'confirmed'] as const)
    expect(letterOfRun(run('temporary', opinion, by), id)?.paragraphs.join('')).not.toMatch(/公示|区民政局|下一个月|不给/);
});

describe('补正的信', () => {
  it('一次说全，说日子照算、没有也请说；钱写成元', () => {
    const letter = correctionLetter(
      { askedAt: '2026-11-22T10:00:00+08:00', items: [{ id: 'i1', title: '户口簿', reason: '看不清第二页' }] as never },
      { name: '李素芬', number: '杨家坪 261120-001-K', office: '杨家坪街道办事处' },
    );
    expect([letter.to, letter.on, letter.paragraphs[1]]).toEqual(['李素芬：', '2026-11-22', '1. 户口簿。看不清第二页']);
    expect(letter.paragraphs.join('')).toMatch(/日子照算.*补 1 样.*没有、找不到/);
    expect([yuanWords(198_000), yuanWords(1_234_567_05), yuanWords(50)]).toEqual(['1,980 元', '1,234,567.05 元', '0.50 元']);
  });
});
