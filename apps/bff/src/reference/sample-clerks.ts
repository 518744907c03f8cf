import type { StaffRole } from '@assist/contracts';

/** INVENTED people for development and tests. Production refuses to start where they are. */
export interface SampleClerk {
  readonly id: string;
  /** `sub` at the identity provider for development. */
  readonly subject: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly officeId: string;
  /** Only of a confirmer: 6 digits. */
  readonly district?: string;
  /** Only of an assistant: whose households she sees. */
  readonly villages?: readonly string[];
  /** For the page on which one is chosen. */
  readonly where: string;
}

const YANGJIAPING = '500107001';
const ZHONGSHANLU = '500118001';

export const SAMPLE_CLERKS: readonly SampleClerk[] = [
  { id: 'sample-heli', subject: 'heli', name: '何丽', role: 'handler', officeId: YANGJIAPING, where: '九龙坡区杨家坪街道，经办' },
  {
    id: 'sample-luowenjing',
    subject: 'luowenjing',
    name: '罗文静',
    role: 'auditor',
    officeId: YANGJIAPING,
    where: '九龙坡区杨家坪街道，审计（只看）',
  },
  {
    id: 'sample-huangchunlan',
    subject: 'huangchunlan',
    name: '黄春兰',
    role: 'handler',
    officeId: YANGJIAPING,
    where: '九龙坡区杨家坪街道，经办',
  },
  {
    id: 'sample-tangming',
    subject: 'tangming',
    name: '唐明',
    role: 'confirmer',
    officeId: YANGJIAPING,
    district: '500107',
    where: '九龙坡区民政局，审核确认',
  },
  {
    id: 'sample-denghua',
    subject: 'denghua',
    name: '邓华',
    role: 'assistant',
    officeId: YANGJIAPING,
    villages: ['前进村社区', '样例一社区', '样例二社区'],
    where: '九龙坡区杨家坪街道，社区协理员',
  },
  {
    id: 'sample-jianghong',
    subject: 'jianghong',
    name: '江红',
    role: 'assistant',
    officeId: YANGJIAPING,
    villages: ['样例一村'],
    where: '九龙坡区杨家坪街道样例一村，协理员（只看本村）',
  },
  {
    id: 'sample-qinlan',
    subject: 'qinlan',
    name: '秦岚',
    role: 'supervisor',
    officeId: YANGJIAPING,
    where: '九龙坡区杨家坪街道，社事办负责人',
  },
  { id: 'sample-yangfan', subject: 'yangfan', name: '杨帆', role: 'handler', officeId: ZHONGSHANLU, where: '永川区中山路街道，经办' },
];

/** Issuer of the identity provider for development, where nothing else is said. */
export const SAMPLE_ISSUER = 'http://127.0.0.1:8791';
