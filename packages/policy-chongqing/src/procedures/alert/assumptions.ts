import type { DeclaredAssumption } from '@assist/policy';

export const ALERT_ASSUMPTIONS: readonly DeclaredAssumption[] = [
  {
    id: 'three-sides-everywhere',
    title: '三个区的预警都从劳动能力、健康、生存状态三方面写',
    why: '只有九龙坡写明三方面；别的区写逐一核实、综合研判，没有写看哪几方面。',
    beside: ['JLP53-5-4b', 'TL42-C3c'],
  },
];
