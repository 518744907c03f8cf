import { OTHER_PAPER_NAMES, type OtherPaper } from '@assist/contracts';
import {
  CONTACTS,
  type Contact,
  type DisabilityCategory,
  type IncomeKind,
  RECIPIENTS,
  type Recipient,
  type Relation,
  type WorkState,
} from '@assist/policy-chongqing';
import { RELATION_NAMES } from '../case-file/relation-names.ts';
import { tidy } from './columns.ts';

// The words a register may use, each with what it stands for here.

const named = <T extends string>(entries: readonly (readonly [T, readonly string[]])[]): ReadonlyMap<string, T> =>
  new Map(entries.flatMap(([id, names]) => names.map((name) => [tidy(name), id] as const)));

export const RELATION_OF = named<Relation>(Object.entries(RELATION_NAMES) as [Relation, string[]][]);

export const RECIPIENT_OF = named<Recipient>([
  ...Object.entries(RECIPIENTS).map(([id, name]) => [id as Recipient, [name]] as const),
  ['subsistence', ['最低生活保障', '城市低保', '农村低保']],
  ['destitute', ['特困', '特困人员', '特困人员救助供养']],
  ['marginal', ['低保边缘']],
  ['rigid-expenditure', ['刚性支出困难', '刚性支出']],
]);

export const PAPER_OF: ReadonlyMap<string, OtherPaper | 'resident-identity' | 'none-yet'> = named([
  ['resident-identity', ['', '居民身份证', '身份证']],
  ['none-yet', ['无', '暂无', '还没有']],
  ...Object.entries(OTHER_PAPER_NAMES).map(([id, name]) => [id as OtherPaper, [name]] as const),
]);

export const AREA_OF = named<'urban' | 'rural'>([
  ['urban', ['城', '城市', '城镇']],
  ['rural', ['乡', '农村', '村']],
]);

export const CONTACT_OF = named<Contact>(Object.entries(CONTACTS).map(([id, { title }]) => [id as Contact, [title]] as const));

/** `none` is "has no income", which is not the same as an empty cell. */
export const INCOME_OF = named<IncomeKind | 'none'>([
  ['none', ['无', '没有']],
  ['wage', ['工资']],
  ['flexible-work', ['灵活就业', '打零工']],
  ['farming', ['种养', '务农']],
  ['business', ['经营']],
  ['property', ['财产', '租金']],
  ['land', ['土地流转', '土地']],
  ['pension', ['养老金', '退休金']],
  ['basic-pension', ['基础养老金', '城乡居民养老金']],
  ['unemployment-insurance', ['失业保险金']],
  ['support', ['赡养费', '抚养费', '扶养费']],
  ['survivor', ['遗属补助']],
  ['compensation', ['赔偿', '补偿']],
  ['gift', ['赠与']],
  ['other', ['其他']],
]);

export const DISABILITY_OF = named<DisabilityCategory | 'none'>([
  ['none', ['无', '没有']],
  ['visual', ['视力']],
  ['hearing', ['听力']],
  ['speech', ['言语']],
  ['physical', ['肢体']],
  ['intellectual', ['智力']],
  ['mental', ['精神']],
  ['multiple', ['多重']],
]);

export const GRADE_OF: ReadonlyMap<string, 1 | 2 | 3 | 4> = new Map(
  (['一', '二', '三', '四'] as const).flatMap((word, i) => {
    const grade = (i + 1) as 1 | 2 | 3 | 4;
    return [word, `${word}级`, String(grade), `${grade}级`].map((text) => [text, grade] as const);
  }),
);

export const WORK_OF = named<WorkState>([
  ['employed', ['上班', '单位就业']],
  ['flexible', ['灵活就业', '打零工']],
  ['farming', ['务农', '种养']],
  ['business', ['经营', '个体']],
  ['unemployed', ['没有工作', '失业']],
  ['cannot-work', ['不能劳动', '无劳动能力', '丧失劳动能力']],
  ['student', ['上学', '学生']],
  ['retired', ['退休']],
  ['child', ['儿童', '未成年']],
]);
