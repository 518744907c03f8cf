import type { CivilDate, DivisionCode } from '@assist/policy';
import { assess } from '@assist/policy-chongqing';
import { expect, it } from 'vitest';
import { type ApplicationForm, applicationFormSchema } from './application-form.ts';
import { factsOf } from './facts-of.ts';

const DISTRICT = '500107' as DivisionCode;
const told: ApplicationForm = {
  formVersion: 1,
  members: [{ id: 'm1', relation: 'self', name: '李素芬', birthDate: '1963-03-12' as CivilDate, income: [] }],
  photos: [],
};
const disputed: ApplicationForm = {
  ...told,
  appliesAs: { way: 'single', memberId: 'm1' },
  prefilled: [
    {
      memberId: 'm1',
      field: 'disability',
      from: 'register',
      on: '2026-03-01' as CivilDate,
      shown: '肢体四级',
      disputed: '2026-11-22T10:00:00+08:00',
    },
  ],
};

it('从哪里填来的、说过哪样不对、想怎么申请：没有一条规则读得到，估出来一个字都不差', () => {
  expect(applicationFormSchema.safeParse(disputed).success).toBe(true);
  expect(factsOf(disputed, DISTRICT)).toEqual(factsOf(told, DISTRICT));
  const on = '2026-11-22' as CivilDate;
  expect(JSON.stringify(assess(factsOf(disputed, DISTRICT), on))).toBe(JSON.stringify(assess(factsOf(told, DISTRICT), on)));
  expect(JSON.stringify(factsOf(disputed, DISTRICT))).not.toMatch(/肢体|prefilled|appliesAs|2026-11-22T/);
});
