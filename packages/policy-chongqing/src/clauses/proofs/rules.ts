import { proofsOf } from './proof.ts';

const at = 'src/benefits';
const subsistence = `${at}/subsistence-allowance`;

/** Rules of assessment. Add a line with every rule that carries a clause of the five documents. */
export const SUBSISTENCE_PROOFS = proofsOf(`${subsistence}/cases.test.ts`, [
  [
    'YM239-1-1a',
    '高于线，够不上，没有金额',
    `${at}/household/compare.ts`,
    'if (low > 0) return notMet(',
    'if (low > 0) return met(',
    `${subsistence}/amount.cases.ts`,
  ],
  [
    'YM239-1-1c',
    '一家里各算各的',
    `${subsistence}/benefit.ts`,
    'line * income.size - income.likely',
    'line - income.likely',
    `${subsistence}/amount.cases.ts`,
  ],
  [
    'JLP53-6-6c',
    '二级残疾是 60＋40',
    `${at}/household/top-ups.ts`,
    "grounds.push('severe')",
    "grounds.push('disabled')",
    `${subsistence}/amount.cases.ts`,
  ],
]);
