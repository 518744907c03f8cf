import type { DeclaredConflict } from '@assist/policy';

/** Where the texts about procedure disagree: the side taken, and why. */
export const PROCEDURE_CONFLICTS: readonly DeclaredConflict[] = [
  {
    id: 'hear-before-lowering',
    title: '减发、停发：只公示报批，还是先听取意见',
    between: ['JLP53-6-3', 'JLP53-6-4', 'YC67-4-3', 'SAL2026-48'],
    taken: 'SAL2026-48',
    why: '社会救助法 2026 年 7 月起施行，效力最高：先听取意见，决定后书面说明理由；公示和区里确认照做。',
  },
  {
    id: 'paid-from',
    title: '从批准当月发，还是从下月发',
    between: ['CQR2016-22', 'MCA57-21'],
    taken: 'MCA57-21',
    why: '先按下月起；做成区县参数，等业务方定。',
  },
  {
    id: 'review-frequency',
    title: '按月、按季核查，还是按年、半年核查',
    between: ['CQR2016-26', 'MCA57-31', 'JLP53-4-1', 'JLP53-4-2', 'TL42-C2l', 'TL42-C2m'],
    taken: 'MCA57-31',
    why: '国家办法和两份 2025 年的区文件都是一年、半年。',
  },
  {
    id: 'neighbours-first',
    title: '提意见以前一律群众评议，还是有异议才评议',
    between: ['CQR2016-18', 'MCA57-19', 'TL42-C2g'],
    taken: 'MCA57-19',
    why: '国家办法较新，也更护隐私；铜梁 2025 年自己写明村社评议，只在铜梁照做。',
  },
  {
    id: 'second-notice',
    title: '有异议重查以后，要不要再公示三日',
    between: ['CQR2016-18', 'MCA57-19'],
    taken: 'MCA57-19',
    why: '国家办法重查后直接重提意见报区县，没有第二次公示；少一次张贴，更护隐私。',
  },
  {
    id: 'posting-scope',
    title: '长期公示家庭成员和收入，还是只公布三项',
    between: ['YC67-5-1a', 'CQR2016-18', 'YM239-3-2b', 'YM239-3-2c', 'MCA57-24'],
    taken: 'YM239-3-2b',
    why: '较新的市文件和国家办法只公布姓名、人数、金额，不得公开无关信息；永川 2019 年的做法不采用。',
  },
  {
    id: 'taper-length',
    title: '渐退期最多六个月，还是就给六个月',
    between: ['MCA57-33', 'YM239-1-3a', 'YM239-1-3b', 'JLP53-6-5a', 'JLP53-6-5b'],
    taken: 'YM239-1-3a',
    why: '国家只写可以给、不超过六个月；重庆写给六个月，并且不限于就业，对家庭更好。',
  },
  {
    id: 'comparison-frequency',
    title: '多久比对、核查一次',
    between: ['YM239-2-3c', 'YC67-3-2a'],
    taken: 'YM239-2-3c',
    why: '数据比对按市里每月一次；永川的每月核查只用于低保和两项补贴以外的人员。',
  },
  {
    id: 'who-confirms',
    title: '区县确认，还是可以由镇街确认',
    between: ['JLP53-2-2', 'TL42-C1d', 'SAL2026-44', 'YM239-3-1c'],
    taken: 'JLP53-2-2',
    why: '法律允许省级规定下放；九龙坡、铜梁写明区级审批，没有查到下放到三个区的文件。',
  },
  {
    id: 'emergency-review',
    title: '重大突发事件：可以晚一点核查，还是要及时核查',
    between: ['JLP53-4-0b', 'TL42-C2n', 'MCA57-31'],
    taken: 'officer',
    why: '两个区各照各的：九龙坡可以延长并写明事件，铜梁及时核查；什么算重大突发事件由工作人员认定。',
  },
  {
    id: 'not-cooperating',
    title: '不配合的：终止这次审核，还是可以减停',
    between: ['MCA57-29', 'CQR2016-29', 'SAL2026-47'],
    taken: 'MCA57-29',
    why: '国家办法只写终止审核程序；减停只能按人口、收入、财产的变化和写明的情形办。',
  },
];
