import { NOT_KNOWN } from '@assist/contracts';
import { expect, test } from 'vitest';
import { ROUTES } from '../../../routes.ts';
import { openingOf } from './opening-of.ts';

const id = '00000000-0000-4000-8000-000000000001';

test('比这一版新的消息：看得到话，不带到错的地方去', () => {
  expect(openingOf({ kind: NOT_KNOWN, subject: { kind: NOT_KNOWN, id } })).toBeUndefined();
  expect(openingOf({ kind: NOT_KNOWN, subject: { kind: 'change', id } })).toEqual({ page: 'changeProgress', params: { id } });
});

test('每一种消息点开，都到那一件事', () => {
  expect(openingOf({ subject: { kind: 'visit', id } })).toEqual({ page: 'authVisit', params: { visit: id } });
  expect(openingOf({ subject: { kind: 'family' } })).toEqual({ page: 'auth', params: {} });
  expect(openingOf({})).toBeUndefined();
  for (const kind of [
    'application',
    'change',
    'authentication',
    'visit',
    'contact-change',
    'family',
    'door',
    'referral',
    'cross-check',
  ] as const)
    for (const subject of [{ kind }, { kind, id }]) expect(ROUTES).toHaveProperty(openingOf({ subject })?.page ?? '没有');
});
