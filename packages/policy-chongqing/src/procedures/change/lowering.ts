import type { Procedure, Step } from '../kernel/procedure.ts';
import { carries, done, needs, type Requirement } from '../kernel/requirement.ts';
import { GROUNDS, groundsFor } from './grounds.ts';

/** The person was heard, or tried for on three days, or died alone and the family was heard or looked for. Law art. 48. */
const HEARD: Requirement = needs(
  {
    ask: 'any',
    of: [
      done('heard', '听取了本人或家里人的意见', 'SAL2026-48'),
      needs({ ask: 'tries', days: 3 }, '三个不同日子联系过、没联系上', ['SAL2026-48'], 'three-dated-tries'),
      done('family-heard', '独居的人去世，听取了家属意见', 'SAL2026-48'),
      done('no-family-found', '独居的人去世，查过没有家属', 'SAL2026-48'),
    ],
  },
  '决定前要听取意见：听过，或三个不同日子联系过，或独居去世的听过家属、查过没有家属',
  ['SAL2026-48', 'F0-2'],
);

const ALONE: Requirement = needs({ ask: 'ground-among', grounds: ['died'] }, '只用于有人去世', ['YM239-1-3c'], 'died-alone');

/** Cut and stop share their steps; they differ in their grounds. Every one of them stands before the money changes. */
export function lowering(end: 'cut' | 'stop', clauses: readonly string[]): Procedure {
  const grounds = groundsFor(end);
  const name = end === 'cut' ? '减发' : '停发';
  const steps: readonly Step[] = [
    {
      event: 'opened',
      by: ['township'],
      requires: [carries('periodFrom', '写明属于哪个核查期', 'JLP53-5-3a', 'MCA57-31')],
      clauses: ['JLP53-4-0a', 'MCA57-31'],
    },
    {
      event: 'ground-named',
      by: ['township'],
      requires: [
        done('opened', '已经开始办理', ...clauses),
        needs({ ask: 'ground-among', grounds }, `理由只能是：${grounds.map((id) => GROUNDS[id].title).join('；')}`, clauses),
      ],
      clauses,
    },
    {
      event: 'visited',
      by: ['township', 'other-township', 'village'],
      requires: [done('opened', '已经开始办理', 'JLP53-5-3a', 'SAL2026-46')],
      clauses: ['JLP53-5-3a', 'JLP53-5-3b', 'JLP53-5-3c', 'YC67-7-2d', 'SAL2026-46'],
    },
    {
      event: 'heard',
      by: ['township', 'district'],
      requires: [done('ground-named', '先写明理由，才能听取意见', 'SAL2026-48')],
      clauses: ['SAL2026-48'],
    },
    {
      event: 'tried-to-hear',
      by: ['township', 'district', 'village'],
      requires: [done('ground-named', '先写明理由，才能联系本人', 'SAL2026-48')],
      clauses: ['SAL2026-48'],
    },
    {
      event: 'family-heard',
      by: ['township', 'district'],
      requires: [done('ground-named', '先写明理由', 'SAL2026-48'), ALONE],
      clauses: ['SAL2026-48'],
    },
    {
      event: 'no-family-found',
      by: ['township', 'district'],
      requires: [done('ground-named', '先写明理由', 'SAL2026-48'), ALONE],
      clauses: ['SAL2026-48'],
    },
    {
      event: 'opinion',
      by: ['township'],
      requires: [
        done('ground-named', '写明了理由', ...clauses),
        needs({ ask: 'visit', people: 1, inPeriod: true }, '本核查期内走访过；电话、视频只用于常住外地的人', [
          'JLP53-5-3a',
          'JLP53-5-3c',
          'SAL2026-46',
        ]),
        HEARD,
        carries('reason', '意见里写了原因', 'SAL2026-48'),
        carries('by', '写明是谁提的意见', 'JLP53-2-2', 'SAL2026-44'),
      ],
      clauses: [...clauses, 'SAL2026-44'],
      leftToOfficer: '是不是符合，由镇街结合调查判断，系统只列出依据。',
    },
    {
      event: 'notice-posted',
      by: ['township', 'village'],
      requires: [done('opinion', `先有${name}意见`, ...clauses)],
      clocks: ['notice'],
      clauses,
    },
    {
      event: 'objected',
      by: ['resident', 'village', 'township'],
      requires: [done('opinion', '先有意见', ...clauses)],
      clauses: ['MCA57-19', 'SAL2026-68'],
    },
    {
      event: 'objection-answered',
      by: ['township', 'district'],
      requires: [done('objected', '先有异议', 'MCA57-19'), carries('reason', '写明怎么核实、结果怎样', 'MCA57-19')],
      clauses: ['MCA57-19'],
    },
    {
      event: 'confirmed',
      by: ['district'],
      requires: [
        needs({ ask: 'days-since', event: 'notice-posted', days: 7 }, '公示满 7 天', clauses, 'notice-before-every-change'),
        needs({ ask: 'opinion-put-up' }, '公示的是最后一次提的意见（公示后有异议、再提的意见除外）', clauses, 'notice-before-every-change'),
        needs({ ask: 'objections-answered' }, '收到的异议都已回复', ['MCA57-19']),
        needs({ ask: 'opinion-after-objection' }, '有异议的，核实后重新提了意见', ['MCA57-19']),
        needs({ ask: 'another-person', than: 'opinion' }, '确认的人不是提意见的人', ['JLP53-2-2', 'SAL2026-44']),
        carries('reason', '书面写明原因', 'SAL2026-48', 'MCA57-32'),
        carries('clauses', '写明依据哪一条', 'MCA57-32'),
      ],
      clauses: [...clauses, 'SAL2026-44'],
    },
    {
      event: 'letter-delivered',
      by: ['township', 'district', 'village'],
      requires: [
        done('confirmed', '先有区县的确认', 'SAL2026-48'),
        carries('reason', '信里写明原因', 'SAL2026-48'),
        carries('remedies', '信里写明怎么申请复议、提起诉讼', 'SAL2026-76', 'MCA57-38'),
      ],
      clauses: ['SAL2026-48', 'SAL2026-76', 'MCA57-32'],
    },
    {
      event: 'takes-effect',
      by: ['district', 'township'],
      requires: [
        needs({ ask: 'done', event: 'letter-delivered' }, '书面决定已经送到', ['SAL2026-48'], 'effect-after-letter'),
        needs({ ask: 'newest-after', event: 'confirmed', after: 'opinion' }, '确认的是最后一次提的意见', ['SAL2026-44']),
        needs(
          { ask: 'newest-after', event: 'letter-delivered', after: 'confirmed' },
          '送到的是最后一次确认的',
          ['SAL2026-48'],
          'effect-after-letter',
        ),
      ],
      clauses: [...clauses, 'SAL2026-48'],
    },
    {
      event: 'closed-unchanged',
      by: ['township', 'district'],
      requires: [carries('reason', '写明为什么不变', 'JLP53-6-1', 'YC67-4-1', 'MCA57-31')],
      clauses: ['JLP53-6-1', 'YC67-4-1', 'MCA57-31'],
    },
  ];
  return {
    id: end,
    title: name,
    steps,
    ends: ['takes-effect', 'closed-unchanged'],
    canLower: true,
    notes: ['待遇资格认证不是理由，也不是其中任何一步。', '没有“暂停”这一步：没有文件写可以先停再查。'],
  };
}

export const CUT = lowering('cut', ['JLP53-6-3', 'YC67-4-2', 'TL42-C4a', 'MCA57-31', 'SAL2026-47']);
export const STOP = lowering('stop', ['JLP53-6-4', 'YC67-4-3', 'TL42-C4a', 'YM239-4-5d', 'MCA57-31', 'SAL2026-47']);
