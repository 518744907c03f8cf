import type { ChangeEffect, ChangePreview, ChangeReceipt } from '@assist/contracts';
import { type CivilDate, fen } from '@assist/policy';
import { describe, expect, test } from 'vitest';
import { inFours, lookAgain, toSend } from './contact.ts';
import { goodFirst, HEADS, mainEffect, saidOnce } from './effect-words.ts';
import { followSteps } from './follow-steps.ts';
import { lastMonths, monthInWords, nextMonth, shortMonth } from './months.ts';
import { isGentle, slipFacts, slipText, stampWords } from './slip-text.ts';

const cited = (sentence: string) => ({ sentence, clauses: [{ id: 'YM239-4-5c', label: '', gist: '' }] });
const slip = (part: Partial<ChangeReceipt> = {}) =>
  ({
    changeId: 'x',
    number: '云岭 261119-112-T',
    toldAt: '2026-11-19T20:15:00+08:00',
    toldOn: '2026-11-19',
    office: { name: '云岭镇人民政府' },
    told: ['工资涨了'],
    by: '周德明本人',
    happenedOn: '2026-11-01',
    nthDay: 19,
    goodFor: cited('写明您哪天主动报了什么'),
    next: [cited('镇上看过')],
    firstReplyBy: { date: '2026-11-24', provisional: false },
    photos: 0,
    ...part,
  }) as ChangeReceipt;

describe('凭证', () => {
  test('第几天报的；没有超过三个月只在真是这样时写，从不说及时不及时', () => {
    expect(stampWords(slip({ beforeThreeMonths: cited('') }))).toBe('第 19 天报的，没有超过 3 个月');
    expect(stampWords(slip({ nthDay: 200 }))).toBe('第 200 天报的');
    const { nthDay: _n, happenedOn: _h, ...rest } = slip();
    expect(stampWords(rest as ChangeReceipt)).toBe('2026年11月19日报的');
    expect(slipText(slip())).not.toMatch(/及时|逾期|晚/);
  });
  test('有人过世：哪部手机打开都说得轻', () => {
    expect([isGentle(slip({ told: ['有亲人过世'] })), isGentle(slip({ told: ['工资涨了', '有亲人过世'] })), isGentle(slip())]).toEqual([
      true,
      true,
      false,
    ]);
  });
  test('几样合起来写，不写细', () => {
    expect(slipFacts(slip({ told: ['工资涨了', '添了孩子'] })).find((f) => f.name === '报了什么')?.value).toBe('工资涨了等 2 样');
    expect(slipText(slip())).toContain('凭证号：云岭 261119-112-T');
  });
});

describe('影响', () => {
  const effect = (outcome: ChangeEffect['outcome'], part: Partial<ChangeEffect> = {}) =>
    ({
      event: outcome,
      outcome,
      goodNews: outcome === 'more',
      missing: [],
      working: [],
      referrals: [],
      ...part,
    }) as unknown as ChangeEffect;
  const preview = (effects: ChangeEffect[], together?: ChangeEffect) => ({ effects, together, decides: cited('') }) as ChangePreview;
  test('好消息在前；几样一起看合起来的', () => {
    expect(goodFirst([effect('less'), effect('more')]).map((e) => e.outcome)).toEqual(['more', 'less']);
    expect(mainEffect(preview([effect('less'), effect('more')], effect('unchanged')))?.outcome).toBe('unchanged');
  });
  test('几样变化说的是同一句话：一张卡、说一次；依据、还要问的、别的帮助都在；说法不同的各是各的', () => {
    const said = (sentence: string, ...ids: string[]) => ({ sentence, clauses: ids.map((id) => ({ id, label: id, gist: '' })) });
    const job = effect('officer', { title: '找到工作', sentence: said('册上暂时没有对上您家。', 'A', 'B'), missing: ['哪天的事？'] });
    const school = effect('officer', {
      title: '孩子上学',
      sentence: said('册上暂时没有对上您家。', 'B', 'C'),
      missing: ['哪个学校？'],
      referrals: [{ id: 'r', title: '助学', clauses: [] }],
      goodNews: true,
    });
    const phone = effect('unchanged', { title: '换了电话', sentence: said('记下了，这一样不影响金额。') });
    const [both, other, ...rest] = saidOnce([job, phone, school]);
    expect([both?.title, both?.sentence.clauses.map(({ id }) => id), both?.missing, both?.referrals.length, both?.goodNews]).toEqual([
      '找到工作、孩子上学',
      ['A', 'B', 'C'],
      ['哪天的事？', '哪个学校？'],
      1,
      false,
    ]);
    expect([other, rest]).toEqual([phone, []]);
    const paid = (amount: number) =>
      effect('less', { title: '少了', sentence: said('会少。'), amountBefore: fen(9000), amountAfter: fen(amount) });
    expect(saidOnce([paid(100), paid(200)])).toHaveLength(2);
  });
  test('标题不吓人', () => {
    for (const { title, lead = '' } of Object.values(HEADS)) expect(title + lead).not.toMatch(/失败|停发|骗|责任|后果|逾期/);
  });
});

describe('进度', () => {
  const at = '2026-11-20T09:42:00+08:00';
  const today = '2026-11-22' as CivilDate;
  test('刚收到：还有打开、回话；有了意见就不再写后面的', () => {
    expect(followSteps({ state: 'received', timeline: [{ at, state: 'received', sentence: '' }] }, today).map((s) => s.state)).toEqual([
      'now',
      'future',
      'future',
    ]);
    const been = [
      { at, state: 'received' as const, sentence: '' },
      { at, state: 'opinion' as const, sentence: '' },
    ];
    expect(followSteps({ state: 'opinion', timeline: been }, today).map((s) => s.state)).toEqual(['past', 'now']);
  });
});

describe('月份', () => {
  test('往前数、跨年、下一个月', () => {
    expect(lastMonths('2026-01-31' as CivilDate, 3)).toEqual(['2026-01-01', '2025-12-01', '2025-11-01']);
    expect([monthInWords('2026-12'), shortMonth('2027-05'), nextMonth('2026-12')]).toEqual(['2026年12月', '5月', '2027-01']);
  });
});

describe('新电话、新卡', () => {
  test.each([
    ['phone', '139 0000 0001', undefined],
    ['phone', '023-68001234', undefined],
    ['phone', '1390000', '号码再看一下，手机号是 11 位'],
    ['phone', '', '新号码是多少？'],
    ['bank-account', '6222 0000 1111 2222', undefined],
    ['bank-account', '62220', '卡号再看一下，一般是 16 到 19 位'],
    ['bank-account', '六二二二', '这里只写数字'],
  ] as const)('%s %s', (kind, typed, sentence) => expect(lookAgain(kind, typed)).toBe(sentence));
  test('四个一组读回，送的时候不带空格', () => {
    expect([inFours('6222000011112222'), toSend('139-0000 0001')]).toEqual(['6222 0000 1111 2222', '13900000001']);
  });
});
