import type { ChangeCase, CitedSentence } from '@assist/contracts';
import type { DivisionCode } from '@assist/policy';
import { clausesIn } from '@assist/policy-chongqing';
import { cited } from '../clause/citations.ts';

export type Settlement = ChangeCase['settlements'][number];

const WORDS: Readonly<Record<Settlement, { readonly sentence: string; readonly clauses: readonly string[] }>> = {
  'nothing-changed': { sentence: '记下了，金额不变，照旧发。', clauses: ['JLP53-6-1', 'YC67-4-1', 'MCA57-31'] },
  address: { sentence: '新地址记下了，金额不变。', clauses: ['YM239-4-5b', 'SAL2026-46'] },
  'who-lives-there': { sentence: '家里住着谁，记下了，金额不变。', clauses: ['YM239-4-5b', 'SAL2026-46', 'MCA57-31'] },
  contact: {
    sentence: '记下了。新的电话、银行卡由本人在“换电话、换银行卡”里写，没写以前照旧。',
    clauses: ['YM239-4-5b', 'SAL2026-46'],
  },
  'told-before': { sentence: '这件事先前已经报过，按先前那一份接着办，不用再报。', clauses: ['YM239-4-5b', 'SAL2026-46'] },
  'not-ours': {
    sentence: '这一件不归这个镇街办，也没有影响您家的钱。该去哪里说，打这个镇街的电话问，会告诉您。',
    clauses: ['YM239-4-5b', 'SAL2026-46'],
  },
};

/** What a resident reads once it is settled. */
export const settledSentence = (as: Settlement, district: DivisionCode): CitedSentence =>
  cited(WORDS[as].sentence, clausesIn(WORDS[as].clauses, district));
