import type { MemberForm } from '@assist/contracts';

type Income = NonNullable<MemberForm['income']>[number];

/** Where money comes from, as a clerk reads it. */
export const INCOME_WORDS: Readonly<Record<Income['kind'], string>> = {
  wage: '工资',
  'flexible-work': '零工',
  farming: '种养',
  business: '做生意',
  property: '房租、利息',
  land: '土地流转、补偿',
  pension: '退休金',
  'basic-pension': '城乡居民养老金',
  'unemployment-insurance': '失业金',
  support: '赡养、抚养费',
  survivor: '遗属补助',
  compensation: '赔偿',
  gift: '别人给的',
  'social-assistance': '救助金',
  'preferential-treatment': '优待抚恤',
  scholarship: '奖学助学金',
  other: '别的收入',
};
