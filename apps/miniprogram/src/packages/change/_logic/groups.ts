import type { IconName } from '@/components/icon';

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly icon: IconName;
  /** Asked where the picture can mean several things. */
  readonly question: string;
  /** Life events, the likeliest first. One may stand under two pictures: it is then one change all the same. */
  readonly events: readonly string[];
}

/** The eight pictures. A death and "nothing changed" have doors of their own. */
export const GROUPS: readonly Group[] = [
  {
    id: 'income-more',
    name: '收入多了',
    icon: 'trend-up',
    question: '收入多了，是哪一样？',
    events: ['job-found', 'wage-up', 'business', 'pension', 'land-or-rent', 'gift-or-compensation', 'support-changed'],
  },
  {
    id: 'income-less',
    name: '收入少了',
    icon: 'trend-down',
    question: '收入少了，是哪一样？',
    events: ['job-lost', 'wage-down', 'support-changed', 'land-or-rent', 'pension'],
  },
  {
    id: 'joined',
    name: '家里添了人',
    icon: 'baby',
    question: '添了谁？',
    events: ['birth', 'marriage', 'moved-in', 'adoption', 'release'],
  },
  {
    id: 'left',
    name: '有人搬走、成家',
    icon: 'move-out',
    question: '是哪一样？',
    events: ['moved-out', 'divorce', 'marriage', 'imprisonment', 'compulsory-detoxification', 'declared-missing'],
  },
  {
    id: 'health',
    name: '生病、有残疾',
    icon: 'hospital',
    question: '是哪一样？',
    events: ['illness-found', 'disability-found', 'self-care-changed', 'large-medical-bill', 'disability-ended', 'illness-ended'],
  },
  {
    id: 'school',
    name: '上学、毕业',
    icon: 'school',
    question: '是哪一样？',
    events: ['school-begun', 'school-ended', 'large-school-bill'],
  },
  {
    id: 'property',
    name: '房子、车有变',
    icon: 'car',
    question: '是哪一样？',
    events: ['dwelling-bought', 'dwelling-sold', 'vehicle-bought', 'vehicle-sold', 'deposits'],
  },
  {
    id: 'contact',
    name: '换电话、银行卡',
    icon: 'bank-card',
    question: '换了哪一样？',
    events: ['phone', 'bank-account', 'address'],
  },
];

/** These are changed with a second step on a page of their own, and are not told as a notice. */
export const WITH_SECOND_STEP: readonly string[] = ['phone', 'bank-account'];

export const groupOf = (id: string): Group | undefined => GROUPS.find((g) => g.id === id);
