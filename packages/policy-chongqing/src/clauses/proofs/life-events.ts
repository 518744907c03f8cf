import { proofsOf } from './proof.ts';

const at = 'src/life-events';
const decide = `${at}/kernel/decide.ts`;
const cases = (id: string) => `${at}/${id}/cases.ts`;

export const LIFE_EVENT_PROOFS = proofsOf(`${at}/life-events.test.ts`, [
  ['JLP53-3-3 YM239-4-5b', '每种变化都有案例，编号和文件夹一致，不重复', `${at}/all.ts`, '  BIRTH,\n', ''],
  [
    'JLP53-6-1 YC67-4-1',
    '还没认定的病，先不算',
    decide,
    "{ outcome: 'unchanged', why: 'same-amount' }",
    "{ outcome: 'less', why: 'same-amount' }",
    cases('illness-found'),
  ],
  ['JLP53-6-2', '三口之家添了孩子', decide, "{ outcome: 'more', why: 'below' }", "{ outcome: 'unchanged', why: 'below' }", cases('birth')],
  [
    'JLP53-6-3 YC67-4-2',
    '涨到 1200，仍在标准以下',
    decide,
    "{ outcome: 'less', why: 'below' }",
    "{ outcome: 'unchanged', why: 'below' }",
    cases('wage-up'),
  ],
  [
    'JLP53-6-4',
    '没有收入的配偶服刑，只去掉这个人',
    'src/benefits/household/counted.ts',
    "absence === 'prison' ||",
    '',
    cases('imprisonment'),
  ],
  [
    'JLP53-6-5a YM239-1-3a',
    '因为就业，超过 1.5 倍也是六个月',
    decide,
    "return { outcome: 'taper', why: 'job' };",
    'return stop(after);',
    cases('job-found'),
  ],
  [
    'JLP53-6-5b YM239-1-3b',
    '养老金让人均正好 1.5 倍，不再渐退',
    decide,
    "after.besideMarginal === 'below'",
    "after.besideMarginal !== 'above'",
    cases('pension'),
  ],
  [
    'JLP53-6-5d',
    '超过一分，六个月渐退，金额不变',
    `${at}/kernel/effect.ts`,
    "outcome === 'unchanged' || outcome === 'taper'",
    "outcome === 'unchanged'",
    cases('job-found'),
  ],
  [
    'YM239-2-1',
    '二（一）：搬来的人按搬到的地方的标准算，已经在家里的不算第二次',
    `${at}/kernel/problems.ts`,
    'answers.joins && ids.includes(answers.joins.id)',
    'answers.joins && !answers.joins.id',
  ],
  ['YM239-1-3c', '一（三）：从去世那天起三个月办完', 'src/procedures/clocks/clock-rules.ts', "'died', months(3)", "'died', months(4)"],
  ['YM239-4-5c', '满三个月当天算及时', `${at}/kernel/told-in-time.ts`, 'toldOn <= by', 'toldOn < by'],
  ['YM239-1-2a', '买了第二套房', `${at}/dwelling-bought/event.ts`, "always: 'officer'", "always: 'unchanged'", cases('dwelling-bought')],
  ['JLP53-6-6a', '六（六）：可能符合特困的', `${at}/support-changed/event.ts`, "referrals: ['destitute-support']", 'referrals: []'],
  ['JLP53-6-6b', '六（六）：没工作了，看就业帮扶', `${at}/job-lost/event.ts`, "'employment', ", ''],
]);
