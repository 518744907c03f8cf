import type { DeclaredAssumption } from '@assist/policy';

export const REVIEW_ASSUMPTIONS: readonly DeclaredAssumption[] = [
  {
    id: 'visit-in-every-review',
    title: '三个区每个核查期都至少走访一次',
    why: '只有九龙坡写明每期至少一次；永川、铜梁写要入户，没有写几次。',
    beside: ['JLP53-5-3a', 'YC67-7-2d', 'TL42-C2i'],
  },
  {
    id: 'half-yearly-by-default',
    title: '没有人认定全家都是重点保障人员的，按半年核查',
    why: '谁算重点保障人员，重庆的定义没有查到，只能由工作人员按名目认定；没认定的走较密的一档。',
    beside: ['JLP53-4-1', 'JLP53-4-2', 'TL42-C2l', 'TL42-C2m', 'F2-44'],
  },
];
