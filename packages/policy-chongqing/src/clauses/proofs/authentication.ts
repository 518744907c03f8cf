import { proofsOf } from './proof.ts';

const at = 'src/authentication';

export const AUTHENTICATION_PROOFS = proofsOf(`${at}/authentication.test.ts`, [
  [
    'JLP53-5-5a',
    '五（五）是提倡：哪种情形的话里都没有停、扣、取消、失败',
    `${at}/due.ts`,
    '方便的话选一种办法。晚了也不停钱。',
    '必须认证。',
  ],
  [
    'JLP53-5-5b',
    '五（五）：没有不便，手机在前，人工和上门一样列着',
    `${at}/ways.ts`,
    "[...face, 'office-manual', 'visit']",
    "[...face, 'visit']",
  ],
  ['JLP53-5-5c', '五（五）：看不见，上门在前', `${at}/ways.ts`, "['visit', 'office-manual', ...face]", "[...face, 'office-manual']"],
]);
