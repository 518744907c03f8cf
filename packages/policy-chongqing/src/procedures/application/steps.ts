import { type ClockRuleName, EXTENSION_REASONS, type ExtensionReason } from '../clocks/index.ts';
import type { Procedure, Step } from '../kernel/procedure.ts';
import { carries, done, needs, type Requirement } from '../kernel/requirement.ts';

/** Steps that applications of several benefits share. Nothing here can refuse to receive: `sent` asks for nothing (YM239-1-1b). */
export const SENT: Step = {
  event: 'sent',
  by: ['resident', 'village', 'township'],
  requires: [],
  clocks: ['firstReply'],
  clauses: ['SAL2026-37', 'YM239-1-1b', 'YM239-2-3a', 'YMF12-5e', 'YMF12-20b'],
};

export const CORRECTION_ASKED: Step = {
  event: 'correction-asked',
  by: ['township'],
  requires: [done('sent', '先有申请', 'MCA57-10'), carries('reason', '一次写全要补什么、为什么；能核对到的不要', 'MCA57-10', 'SAL2026-62')],
  clauses: ['MCA57-10', 'YM239-1-2b', 'SAL2026-62'],
};

export const CORRECTION_ANSWERED: Step = {
  event: 'correction-answered',
  by: ['resident', 'village', 'township'],
  requires: [done('correction-asked', '先有要补的清单', 'MCA57-10')],
  clauses: ['MCA57-10', 'YM239-1-2b'],
};

/** A written promise stands in for proof; the township then asks for no paper of that kind. */
export const PROMISED: Step = {
  event: 'promised',
  by: ['resident'],
  requires: [done('sent', '先有申请', 'YM239-1-2b')],
  clauses: ['YM239-1-2b'],
};

export const AUTHORISED: Step = {
  event: 'authorised',
  by: ['resident', 'township', 'village'],
  requires: [done('sent', '先有申请', 'SAL2026-40')],
  clauses: ['SAL2026-40', 'SAL2026-41', 'YMF12-20b', 'MCA57-9'],
};

/** Accepted without every signature: the other adults sign later. */
export const accepted = (...clocks: ClockRuleName[]): Step => ({
  event: 'accepted',
  by: ['township'],
  requires: [done('sent', '先有申请', 'MCA57-10')],
  clocks,
  clauses: ['MCA57-10', 'CQR2016-17', 'SAL2026-64'],
});

/** A longer time for one of the clause's reasons, once, before the decision. The days still count from acceptance. */
export function extended(clock: ClockRuleName, reasons: readonly ExtensionReason[], clauses: readonly string[]): Step {
  const before = (event: 'extended' | 'confirmed' | 'refused', words: string): Requirement =>
    needs({ ask: 'not-done', event }, words, clauses);
  return {
    event: 'extended',
    by: ['township', 'district'],
    requires: [
      done('accepted', '受理以后才有期限', ...clauses),
      before('extended', '还没有延长过'),
      before('confirmed', '还没有决定'),
      before('refused', '还没有决定'),
      needs(
        { ask: 'extension-among', of: reasons },
        `理由只能是：${reasons.map((id) => EXTENSION_REASONS[id]).join('；')}${reasons.includes('notice-objected') ? '（写公示有异议的，异议要在案）' : ''}`,
        clauses,
      ),
      carries('reason', '写明具体情况', ...clauses),
    ],
    clocks: [clock],
    clauses,
  };
}

export const RELATIVE_REGISTERED: Step = {
  event: 'relative-registered',
  by: ['township'],
  requires: [done('accepted', '先受理', 'MCA57-11')],
  clauses: ['MCA57-11', 'CQR2016-33', 'YMF12-22b'],
};

export const CHECK: readonly Step[] = [
  {
    event: 'check-requested',
    by: ['township'],
    requires: [done('accepted', '先受理', 'MCA57-15'), done('authorised', '有人签了核对授权', 'SAL2026-40', 'SAL2026-41')],
    clocks: ['checkStart'],
    clauses: ['MCA57-15', 'MCA57-17', 'SAL2026-41', 'YM239-2-2a', 'YM239-2-2b'],
  },
  {
    event: 'check-done',
    by: ['district'],
    requires: [done('check-requested', '先提请核对', 'MCA57-17')],
    clauses: ['MCA57-17', 'MCA57-18'],
  },
];

export const VISITED: Step = {
  event: 'visited',
  by: ['township', 'other-township'],
  requires: [done('accepted', '先受理', 'MCA57-15')],
  clauses: ['MCA57-16', 'TL42-C2i', 'SAL2026-43'],
};

/** Everywhere but in Tongliang, and only once somebody objected. */
export const NEIGHBOURS_ASKED: Step = {
  event: 'neighbours-asked',
  by: ['township', 'village'],
  requires: [done('objected', '只有公示有异议，才评议或问邻里', 'MCA57-19')],
  clauses: ['MCA57-19'],
};

export const OPINION: Step = {
  event: 'opinion',
  by: ['township'],
  requires: [
    done('check-done', '信息核对已完成', 'MCA57-17'),
    needs({ ask: 'visit', people: 2, inPeriod: false }, '两人以上入户走访过', ['MCA57-16', 'TL42-C2i']),
    carries('by', '写明是谁提的意见', 'SAL2026-44'),
    carries('reason', '意见里写了原因', 'SAL2026-44'),
  ],
  clauses: ['MCA57-19', 'SAL2026-44', 'YM239-1-1a', 'YM239-1-1b'],
  leftToOfficer: '收入、财产、消费里要综合判断的，由镇街写明怎么看、依据是什么。',
};

export const NOTICE: Step = {
  event: 'notice-posted',
  by: ['township', 'village'],
  requires: [done('opinion', '先有初审意见', 'YM239-3-2a')],
  clocks: ['notice'],
  clauses: ['YM239-3-2a', 'MCA57-19'],
};

export const OBJECTIONS: readonly Step[] = [
  {
    event: 'objected',
    by: ['resident', 'village', 'township'],
    requires: [done('notice-posted', '先公示', 'MCA57-19')],
    clauses: ['MCA57-19', 'SAL2026-68'],
  },
  {
    event: 'objection-answered',
    by: ['township', 'district'],
    requires: [done('objected', '先有异议', 'MCA57-19'), carries('reason', '写明怎么核实、结果怎样', 'MCA57-19')],
    clauses: ['MCA57-19', 'CQR2016-18'],
  },
];

export const FORWARDED: Step = {
  event: 'forwarded',
  by: ['township'],
  requires: [
    needs({ ask: 'days-since', event: 'notice-posted', days: 7 }, '公示满 7 天', ['YM239-3-2a', 'MCA57-19']),
    needs({ ask: 'objections-answered' }, '收到的异议都已回复', ['MCA57-19']),
    needs({ ask: 'opinion-after-objection' }, '有异议的，核实后重新提了意见', ['MCA57-19']),
  ],
  clocks: ['confirm'],
  clauses: ['MCA57-19', 'SAL2026-44'],
};

const ANOTHER = needs({ ask: 'another-person', than: 'opinion' }, '确认的人不是提意见的人', ['SAL2026-44', 'JLP53-2-2', 'TL42-C1d']);

/** Papers that come late change nothing that was confirmed; less than that is a cut or a stop, with its hearing. */
export const DECIDED = {
  by: 'confirmed',
  after: ['letter-delivered', 'published', 'sampled', 'relative-registered', 'authorised', 'promised', 'correction-answered'],
  clauses: ['MCA57-20', 'SAL2026-48'],
} as const satisfies Procedure['decided'];

/** A decision, a letter to those refused, a publication for those confirmed. Refusing says why and how to object. */
export const DECISION: readonly Step[] = [
  {
    event: 'confirmed',
    by: ['district'],
    requires: [done('forwarded', '镇街已报来', 'MCA57-20'), ANOTHER],
    clauses: ['MCA57-20', 'MCA57-21', 'SAL2026-44'],
  },
  {
    event: 'refused',
    by: ['district'],
    requires: [
      done('forwarded', '镇街已报来', 'MCA57-20'),
      needs({ ask: 'newest-after', event: 'opinion', after: 'refused' }, '决定过一次，再定要有新的意见', ['SAL2026-45']),
      ANOTHER,
      carries('reason', '书面写明原因', 'MCA57-21', 'SAL2026-45'),
      carries('clauses', '写明依据哪一条', 'MCA57-21'),
    ],
    clocks: ['refusalLetter', 'watchAfterRefusal'],
    clauses: ['MCA57-21', 'SAL2026-45', 'YMF12-5c'],
  },
  {
    event: 'letter-delivered',
    by: ['township', 'district', 'village'],
    requires: [
      needs({ ask: 'any', of: [done('confirmed', '已确认', 'MCA57-21'), done('refused', '已决定不予确认', 'MCA57-21')] }, '先有决定', [
        'MCA57-21',
      ]),
      carries('remedies', '信里写明怎么申请复议、提起诉讼', 'SAL2026-76', 'MCA57-38'),
    ],
    clauses: ['MCA57-21', 'SAL2026-45', 'SAL2026-76'],
  },
  {
    event: 'published',
    by: ['township', 'village', 'district'],
    requires: [done('confirmed', '已确认', 'YM239-3-2b')],
    clocks: ['publication'],
    clauses: ['YM239-3-2b', 'MCA57-24', 'SAL2026-45'],
  },
];
