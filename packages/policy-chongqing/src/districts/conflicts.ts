import type { DeclaredConflict } from '@assist/policy';

/** Where the texts about who gets what disagree: the side taken, and why. Those about procedure are declared beside the procedures. */
export const ELIGIBILITY_CONFLICTS: readonly DeclaredConflict[] = [
  {
    id: 'religious-staff-years',
    title: '宗教教职人员离家一年还是三年不算一家人',
    between: ['CQR2016-11', 'MCA57-7', 'F1-02'],
    taken: 'MCA57-7',
    why: '国家办法较新，重庆后来的口径也是三年。',
  },
  {
    id: 'unmarried-soldiers',
    title: '未婚现役军人算不算一家人',
    between: ['CQR2016-11', 'MCA57-7'],
    taken: 'officer',
    why: '市条例说不算，国家办法没有写；没有查到后来的市级说法，由工作人员看。',
  },
  {
    id: 'registration-elsewhere',
    title: '是不是只给本市户口的人',
    between: ['CQR2016-10', 'F1-05'],
    taken: 'F1-05',
    why: '新的认定办法起，家里人可以有外地户口；规则里不看户口。',
  },
  {
    id: 'marginal-multiple',
    title: '边缘线是不是一直是1.5倍',
    between: ['YM239-1-4a', 'YMF12-1c', 'MCA57-8', 'SAL2026-21'],
    taken: 'YMF12-1c',
    why: '法律让市里在标准上浮一定比例，没有查到市里的新规定；先照现行文件的1.5倍，做成有日期的数。',
  },
  {
    id: 'single-application-hardship',
    title: '单独申请有没有“确有特殊困难”这一类',
    between: ['MCA57-8', 'YM239-1-4b', 'SAL2026-21'],
    taken: 'SAL2026-21',
    why: '法律效力最高，2026年7月起多这一类；哪些人算没有写，由工作人员看。',
  },
  {
    id: 'basic-pension',
    title: '基础养老金算不算收入',
    between: ['MCA57-13', 'DESTITUTE2021-6'],
    taken: 'officer',
    why: '低保的不算只写到2025年底，之后由工作人员看；特困的办法没有写到哪年，一直不算。',
  },
  {
    id: 'financial-multiple-base',
    title: '24倍按城市还是农村的标准',
    between: ['F1-42', 'F1-52'],
    taken: 'officer',
    why: '原文没有查到；两个都在以内才说没有问题，其余由工作人员看。',
  },
  {
    id: 'fine-for-fraud',
    title: '骗取的罚款倍数',
    between: ['CQR2016-36', 'SAL2026-73'],
    taken: 'SAL2026-73',
    why: '以法律为准；系统里只作提示，不参与任何规则。',
  },
  {
    id: 'small-sum-limit',
    title: '小金额先行救助给多少',
    between: ['F6-02', 'F6-11'],
    taken: 'F6-02',
    why: '国家意见较新；各区的限额没有查到，只作估算的上限，给多少由镇街定。',
  },
  {
    id: 'disability-allowance-reach',
    title: '残疾人生活补贴给不给边缘、刚性家庭',
    between: ['F7-01', 'YMF12-16d'],
    taken: 'F7-01',
    why: '文件只是鼓励有条件的地方扩大，没有查到三个区扩大的文件。',
  },
  {
    id: 'one-standard-for-both',
    title: '有的主城区城乡一个标准，市里的通知分城乡',
    between: ['F3-11', 'F3-03'],
    taken: 'F3-11',
    why: '区里的更具体；区里的文件只读到2023年的，之后的按城市标准推定，不拿来说够不上。',
  },
];
