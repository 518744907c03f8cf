import { type ApplicationForm, type MemberForm, OTHER_PAPER_NAMES, type Paper, type Place } from '@assist/contracts';

type Said<T extends string> = Readonly<Record<T, string>>;
type Disability = Exclude<NonNullable<MemberForm['disability']>, false>;

export const RELATION_WORDS: Said<MemberForm['relation']> = {
  self: '申请人',
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  grandparent: '祖辈',
  grandchild: '孙辈',
  sibling: '兄弟姐妹',
  'parent-in-law': '公婆、岳父母',
  'child-in-law': '儿媳女婿',
  other: '其他',
};
export const ABSENCE_WORDS: Said<NonNullable<MemberForm['absence']>> = {
  none: '没有离开',
  'works-elsewhere': '在外务工',
  'studies-elsewhere': '在外上学',
  prison: '在监狱服刑',
  'compulsory-detoxification': '强制隔离戒毒',
  'declared-missing': '宣告失踪',
  'religious-three-years': '在宗教场所居住三年以上',
  'military-service': '服兵役',
  other: '别的原因不在家',
};
export const SCHOOLING_WORDS: Said<NonNullable<MemberForm['schooling']>> = {
  none: '不在上学',
  preschool: '学前',
  compulsory: '小学、初中',
  'senior-secondary': '高中、中职',
  'full-time-undergraduate-or-below': '全日制本科及以下',
  other: '别的学习',
};
export const DISABILITY_WORDS: Said<Disability['category']> = {
  visual: '视力',
  hearing: '听力',
  speech: '言语',
  physical: '肢体',
  intellectual: '智力',
  mental: '精神',
  multiple: '多重',
};
export const GRADE_WORDS: Readonly<Record<Disability['grade'], string>> = { 1: '一级', 2: '二级', 3: '三级', 4: '四级' };
export const ILLNESS_WORDS: Said<NonNullable<MemberForm['illness']>> = {
  none: '没有大病',
  'long-term': '长期慢性病',
  'serious-recognised': '重病，已有认定',
  'serious-not-recognised': '重病，还没认定',
};
export const WORK_WORDS: Said<NonNullable<MemberForm['work']>> = {
  employed: '上班',
  flexible: '零工、灵活就业',
  farming: '种地、养殖',
  business: '做生意',
  unemployed: '没找到活',
  'cannot-work': '做不了活',
  student: '上学',
  retired: '退休',
  child: '还小',
};
export const SELF_CARE_WORDS: Said<NonNullable<MemberForm['cannotDoAlone']>[number]> = {
  eating: '吃饭',
  dressing: '穿衣',
  'getting-in-and-out-of-bed': '上下床',
  toilet: '上厕所',
  'walking-indoors': '在屋里走',
  bathing: '洗澡',
};
type Assets = NonNullable<ApplicationForm['assets']>;
export const VEHICLE_WORDS: Said<NonNullable<Assets['vehicles']>[number]['kind']> = {
  car: '小汽车',
  motorcycle: '摩托车',
  'disability-vehicle': '残疾人代步车',
  'farm-or-work-machine': '农机、作业机械',
  other: '别的车',
};
export const SPENDING_WORDS: Said<NonNullable<ApplicationForm['spending']>[number]['kind']> = {
  living: '生活',
  medical: '看病',
  education: '上学',
  'disability-rehabilitation': '残疾康复',
  other: '别的',
};
export const EMERGENCY_WORDS: Said<NonNullable<ApplicationForm['emergency']>['kind']> = {
  illness: '生病',
  accident: '意外',
  disaster: '灾害',
  education: '上学',
  'no-income-three-months': '三个月没有收入',
  epidemic: '疫情',
  'no-fixed-abode': '没有固定住处',
  other: '别的',
};

/** `4,300 元`, with jiao and fen only where there are any. @param fen integer fen */
export function yuan(fen: number): string {
  const whole = Math.trunc(fen / 100).toLocaleString('zh-CN');
  const rest = Math.abs(fen % 100);
  return rest ? `${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')} 元` : `${whole} 元`;
}

/** A place as it was written; the code stands where no name came with it. @param names of division codes */
export function placeText(place: Place, names: Readonly<Record<string, string>> = {}): string {
  const detail = place.detail ? `，${place.detail}` : '';
  if (place.kind === 'no-fixed-place') return `没有固定住处${detail}`;
  if (place.kind === 'elsewhere') return `${place.province}${detail}`;
  return `${names[place.divisionCode] ?? `重庆，区划码 ${place.divisionCode}`}${detail}`;
}

const masked = (number: string, keep: number): string =>
  number.length > keep * 2
    ? `${number.slice(0, keep)}${'*'.repeat(number.length - keep * 2)}${number.slice(-keep)}`
    : '*'.repeat(number.length);

/** Kind of paper, and of its number only the first and last sign. */
export function paperText(paper: Paper): string {
  if (paper.kind === 'none-yet') return `还没有：${paper.reason}`;
  return `${paper.kind === 'resident-identity' ? '居民身份证' : OTHER_PAPER_NAMES[paper.kind]} ${masked(paper.number, 1)}`;
}

/** `139****0000`; of a shorter one less. */
export const phoneText = (phone: string): string =>
  phone.length >= 11 ? `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}` : masked(phone, 2);

/** Whole years on a day. Both are `YYYY-MM-DD`. */
export function yearsOn(birth: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);
}
