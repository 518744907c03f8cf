import type { CivilDate, DeclaredAssumption, Fen } from '@assist/policy';
import type { Recipient } from '../procedures/index.ts';

/** Benefits that are posted, by the name a neighbour may read. A single application reads as subsistence allowance: why is nobody's business. */
export const POSTED_BENEFITS = {
  subsistence: '低保',
  destitute: '特困供养',
  marginal: '低保边缘家庭',
  'rigid-expenditure': '刚性支出困难家庭',
} as const satisfies Partial<Record<Recipient, string>>;

export type PostedBenefit = keyof typeof POSTED_BENEFITS;

/** Kinds of opinion a notice may name, and nothing more of it. */
export const POSTED_OPINIONS = { grant: '拟确认', 'not-granted': '拟不予确认', raise: '拟增发', cut: '拟减发', stop: '拟停发' } as const;

export type PostedOpinion = keyof typeof POSTED_OPINIONS;

/** All a renderer is given of a family. A richer object may be passed; nothing else of it is read. */
export interface PostedFamily {
  readonly applicantName: string;
  /** Number of members. */
  readonly members: number;
  /** Amount a month. */
  readonly amount: Fen;
}

export interface WhereToObject {
  /** Office, e.g. `杨家坪街道办事处`. */
  readonly office: string;
  /** Null where no source says so. */
  readonly phone: string | null;
}

/** Why a family does not appear. What is held back is never posted, in whole or in part. */
export type HeldBack =
  | { readonly by: 'law'; readonly ground: 'orphan-or-hiv-child' }
  /** An officer found that a posting would harm them; the reason stays with the case. */
  | { readonly by: 'officer'; readonly officer: string; readonly reason: string };

export interface Posting {
  readonly kind: 'notice' | 'publication';
  readonly applicantName: string;
  readonly members: number;
  readonly amount: Fen;
  readonly benefit: PostedBenefit;
  /** Only of a notice. */
  readonly opinion?: PostedOpinion;
  readonly from: CivilDate;
  /** Last day it hangs; from the next day on it is not shown. */
  readonly until: CivilDate;
  readonly objectTo: WhereToObject;
  readonly clauses: readonly string[];
}

export type Posted =
  | { readonly posted: true; readonly posting: Posting }
  | { readonly posted: false; readonly words: string; readonly clauses: readonly string[] };

export const POSTING_ASSUMPTIONS: readonly DeclaredAssumption[] = [
  {
    id: 'harm-held-back',
    title: '公示会伤到的其他家庭（家暴、保护性案件等），工作人员写明理由后不张贴',
    why: '文件只写孤儿和艾滋病儿童除外，同时要求保护隐私；由人判断，系统不自动公开。',
    beside: ['YC67-5-1a', 'YM239-3-2c', 'SAL2026-11'],
  },
  {
    id: 'every-opinion-posted',
    title: '拟不予确认、拟减、拟停的意见也公示，同样只有三项',
    why: '文件写初审意见公示 7 天，没有按结果区分。',
    beside: ['YM239-3-2a', 'MCA57-19', 'JLP53-6-4'],
  },
];
