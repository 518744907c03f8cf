import type { RunView } from '@assist/contracts';
import { describe, expect, it } from 'vitest';
import { letterOf, lettersOf } from './letter.ts';

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
    expect(lettersOf(run('stop'))).toEqual([]);
    expect(lettersOf(run('stop', opinion))).toEqual(['opinion']);
    expect(letterOf(run('stop', opinion), 'confirmed')).toBeUndefined();
  });

  it('意见书说还不是决定、怎么说话、照发', () => {
    const words = letterOf(run('stop', opinion), 'opinion')?.paragraphs.join('') ?? '';
    expect(words).toContain('这还不是决定');
    expect(words).toContain('第四十八条');
    expect(words).toContain('现在领的照发');
  });

  it('停发决定书写原因、依据、复议和诉讼', () => {
    const letter = letterOf(run('stop', opinion, confirmed), 'confirmed');
    const words = letter?.paragraphs.join('') ?? '';
    expect(letter?.title).toBe('停发决定书');
    expect(words).toContain('原因：收入超过标准');
    expect(words).toContain('JLP53-6-4');
    expect(words).toMatch(/行政复议.*行政诉讼.*第七十六条.*第三十八条/);
  });
});
