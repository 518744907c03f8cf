import type {
  ABSENCES,
  DISABILITY_CATEGORIES,
  EMERGENCIES,
  ILLNESSES,
  INCOME_KINDS,
  RELATIONS,
  SCHOOLING,
  SELF_CARE,
  SPENDING_KINDS,
  VEHICLE_KINDS,
  WORK_STATES,
} from '@assist/policy-chongqing';

// Plain words for residents; the closed lists themselves stand with the rules.
type Names<L extends readonly string[]> = Readonly<Record<L[number], string>>;

export const RELATION_NAMES: Names<typeof RELATIONS> = {
  self: '本人',
  spouse: '丈夫或妻子',
  child: '儿子或女儿',
  parent: '爸爸或妈妈',
  grandparent: '爷爷奶奶、外公外婆',
  grandchild: '孙子孙女、外孙',
  sibling: '兄弟姐妹',
  'parent-in-law': '公婆、岳父母',
  'child-in-law': '儿媳或女婿',
  other: '别的亲人',
};

export const ABSENCE_NAMES: Names<typeof ABSENCES> = {
  none: '在家住',
  'works-elsewhere': '在外打工',
  'studies-elsewhere': '在外上学',
  prison: '在服刑',
  'compulsory-detoxification': '在强制戒毒',
  'declared-missing': '法院宣告失踪',
  'religious-three-years': '在宗教场所住了三年以上',
  'military-service': '在当兵',
  other: '别的原因不在家',
};

export const SCHOOLING_NAMES: Names<typeof SCHOOLING> = {
  none: '没有上学',
  preschool: '上幼儿园',
  compulsory: '上小学、初中',
  'senior-secondary': '上高中、中职',
  'full-time-undergraduate-or-below': '上大专、本科',
  other: '上研究生或别的',
};

export const DISABILITY_NAMES: Names<typeof DISABILITY_CATEGORIES> = {
  visual: '视力',
  hearing: '听力',
  speech: '言语',
  physical: '肢体',
  intellectual: '智力',
  mental: '精神',
  multiple: '多重',
};
export const GRADE_NAMES = ['一级', '二级', '三级', '四级'] as const;

export const ILLNESS_NAMES: Names<typeof ILLNESSES> = {
  none: '没有大病',
  'long-term': '常年吃药',
  'serious-recognised': '大病，医保认定了',
  'serious-not-recognised': '大病，还没认定',
};

export const WORK_NAMES: Names<typeof WORK_STATES> = {
  employed: '有单位上班',
  flexible: '打零工',
  farming: '种地、养殖',
  business: '做生意',
  unemployed: '没活干，在找',
  'cannot-work': '干不了活',
  student: '上学',
  retired: '退休了',
  child: '还小',
};

export const SELF_CARE_NAMES: Names<typeof SELF_CARE> = {
  eating: '吃饭',
  dressing: '穿衣',
  'getting-in-and-out-of-bed': '上下床',
  toilet: '上厕所',
  'walking-indoors': '在屋里走动',
  bathing: '洗澡',
};

export const INCOME_NAMES: Names<typeof INCOME_KINDS> = {
  wage: '工资',
  'flexible-work': '打零工的钱',
  farming: '种地养殖的钱',
  business: '做生意的钱',
  property: '租金、利息、分红',
  land: '土地流转、征地的钱',
  pension: '退休金、养老金',
  'basic-pension': '城乡居民养老金',
  'unemployment-insurance': '失业金',
  support: '子女、亲人给的',
  survivor: '遗属补助',
  compensation: '赔偿、补偿',
  gift: '别人送的、捐的',
  'social-assistance': '低保、救助的钱',
  'preferential-treatment': '优抚金',
  scholarship: '奖学金、助学金',
  other: '别的',
};

export const VEHICLE_NAMES: Names<typeof VEHICLE_KINDS> = {
  car: '汽车',
  motorcycle: '摩托车',
  'disability-vehicle': '残疾人代步车',
  'farm-or-work-machine': '农机、干活用的车',
  other: '别的车',
};

export const SPENDING_NAMES: Names<typeof SPENDING_KINDS> = {
  living: '生活必需的',
  medical: '看病买药',
  education: '上学',
  'disability-rehabilitation': '残疾康复',
  other: '别的大开销',
};

export const EMERGENCY_NAMES: Names<typeof EMERGENCIES> = {
  illness: '突然生了大病',
  accident: '出了意外',
  disaster: '遭了灾、火灾',
  education: '上学的钱接不上',
  'no-income-three-months': '三个月没有收入',
  epidemic: '受疫情影响',
  'no-fixed-abode': '没有地方住',
  other: '别的难事',
};
