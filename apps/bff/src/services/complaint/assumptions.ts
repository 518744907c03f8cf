import type { DeclaredAssumption } from '@assist/policy';

export const VOICE_ASSUMPTIONS: readonly DeclaredAssumption[] = [
  {
    id: 'about-the-office-past-the-office',
    title: '说镇街办事、说工作人员的，交给区民政局看，镇街看不到',
    why: '文件写区民政局和镇街都受理举报投诉，没有写谁来查；被说到的单位不自己查自己，举报的人才敢说。',
    beside: ['JLP53-7-1b', 'MCA57-37', 'SAL2026-68'],
  },
  {
    id: 'without-a-name-looked-into-too',
    title: '不留名的举报、投诉也照样核查、回复',
    why: '文件只写实名举报逐一核查、及时反馈；法律写受理机关要依法及时核实处理，没有按留不留名区分。',
    beside: ['MCA57-37', 'SAL2026-68'],
  },
  {
    id: 'no-days-for-an-answer',
    title: '多少天内回复，文件只写“及时”，没有写几天',
    why: '没有查到规定的天数，就不写天数；镇街三个工作日内先打开看，是我们的约定。',
    beside: ['JLP53-7-1b', 'YC67-5-2c', 'MCA57-37'],
  },
];
