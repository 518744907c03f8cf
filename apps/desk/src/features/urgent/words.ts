import type { UrgentEnd, UrgentOutcome } from '@assist/contracts';

export const OUTCOME_WORDS: Readonly<Record<UrgentOutcome, string>> = {
  reached: '打通了，和本人说上话了',
  'no-answer': '没人接',
  'wrong-number': '号码不对',
  'not-there': '上门找过，没见到',
};
export const END_WORDS: Readonly<Record<UrgentEnd, string>> = {
  'small-sum': '先给小额救助，说明后补',
  temporary: '走临时救助',
  application: '帮着申请，日子按求助那天',
  referred: '转给该管的地方',
  told: '不急，或者说清楚了',
  'not-reached': '一直联系不上',
};
export const SAFE_WORDS = { yes: '说安全', no: '说不安全', unsure: '说不清' } as const;
