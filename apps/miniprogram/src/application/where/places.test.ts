import type { DraftForm, RoutingAnswer } from '@assist/contracts';
import type { DivisionCode } from '@assist/policy';
import { describe, expect, test } from 'vitest';
import { OFFICE } from '../_test/fake-server.ts';
import { districtFor, routingQuestionOf, withRouting } from './places.ts';

const code = (text: string) => text as DivisionCode;
const form: DraftForm = {
  formVersion: 1,
  residence: { kind: 'chongqing', divisionCode: code('500118101'), detail: '新街 3 号' },
  members: [
    { id: 'm1', relation: 'self', name: '李素芬', registration: { kind: 'chongqing', divisionCode: code('500107101') } },
    { id: 'm2', relation: 'child', name: '张伟', residence: { kind: 'elsewhere', province: '广东' } },
  ],
};
const office = { ...OFFICE, divisionCode: code('500151101') };
const reason = { sentence: '', clauses: [] };
const choice = (...ids: string[]): RoutingAnswer => ({ kind: 'choice', offices: ids.map((id) => ({ ...office, id })), reason });

describe('去哪里申请', () => {
  test('问路只带住处和户口，不带名字；没另写住处的，跟着家里', () => {
    const question = routingQuestionOf(form);
    expect(JSON.stringify(question)).not.toContain('李素芬');
    expect(question.members[0]?.residence).toEqual(form.residence);
    expect(question.members[1]?.residence).toEqual({ kind: 'elsewhere', province: '广东' });
  });
  test('估算按办的那个区；还没问路，先按户口，再按住处', () => {
    expect(districtFor(form, { routing: { kind: 'live', office, reason } })).toBe('500151');
    expect(districtFor(form, {})).toBe('500107');
    expect(districtFor({ ...form, members: [] }, {})).toBe('500118');
    expect(districtFor({ formVersion: 1 }, {})).toBeUndefined();
  });
  test('选过的地方还在单子里才留着', () => {
    expect(withRouting({ officeId: 'a' }, choice('a', 'b')).officeId).toBe('a');
    expect(withRouting({ officeId: 'a' }, choice('b'))).not.toHaveProperty('officeId');
  });
});
