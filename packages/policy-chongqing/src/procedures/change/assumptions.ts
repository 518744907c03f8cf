import type { DeclaredAssumption } from '@assist/policy';

export const CHANGE_ASSUMPTIONS: readonly DeclaredAssumption[] = [
  {
    id: 'three-dated-tries',
    title: '联系不上的，要有三个不同日子的联系记录才算听取过意见',
    why: '法律要求决定前听取意见，没有写联系不上怎么办；不能因为联系不上就跳过这一步。',
    beside: ['SAL2026-48', 'F0-2'],
  },
  {
    id: 'effect-after-letter',
    title: '书面决定送达以后金额才变，从下一个月起',
    why: '法律要求决定后书面告知，没有写从哪个月起变；57 号文的发放、特困终止都写下月起。',
    beside: ['SAL2026-48', 'MCA57-21', 'DESTITUTE2021-26'],
  },
  {
    id: 'notice-before-every-change',
    title: '三个区的增、减、停都公示 7 天',
    why: '只有九龙坡写明增减停要公示 7 日；铜梁写怎么进就怎么出；永川只写上报审批。一律按 7 天，对家庭更稳妥。',
    beside: ['JLP53-6-2', 'JLP53-6-3', 'JLP53-6-4', 'TL42-C4a', 'YC67-4-3'],
  },
  {
    id: 'small-sum-seen-by-a-second',
    title: '小额先救助由一个人先给，另一个人过后看一遍',
    why: '文件没有写要不要第二个人；钱不能等，所以先给后看，看过了才算办完。',
    beside: ['SAL2026-50', 'F6-01', 'F6-11'],
  },
  {
    id: 'died-alone',
    title: '独居的人去世，听取家属意见；查过没有家属的写明',
    why: '人已经去世，意见只能听家属的；文件没有写没有家属怎么办。',
    beside: ['SAL2026-48', 'YM239-1-3c'],
  },
];
