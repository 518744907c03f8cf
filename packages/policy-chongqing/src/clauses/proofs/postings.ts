import { proofsOf } from './proof.ts';

const render = 'src/postings/render.ts';

export const POSTING_PROOFS = proofsOf('src/postings/postings.test.ts', [
  ['YM239-3-2b', '三（二）：公示 7 天，第 7 天还在，第 8 天没有了', render, 'members: family.members,', 'members: 0,'],
  [
    'YM239-3-2c YC67-5-1d',
    '不管案卷里有什么，出来的只有姓名、人数、金额',
    render,
    'applicantName: name,',
    '...family,\n      applicantName: name,',
  ],
  ['YMF12-22d', '（二十二）：公示和公布都说找谁、打哪个电话，没有查到的不编', 'src/postings/text.ts', '（电话没有查到）', ''],
  [
    'YC67-5-1a',
    '永川五（一）：孤儿和艾滋病儿童怎么都不出现',
    render,
    'if (heldBack) return held(heldBack);',
    "if (heldBack?.by === 'officer') return held(heldBack);",
  ],
]);
