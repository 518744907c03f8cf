import { CHECK_ITEMS } from '@assist/policy-chongqing';
import { LIFE_EVENT_LIST } from '@assist/policy-chongqing/life-events';
import { describe, expect, test } from 'vitest';
import { evidenceFor, lookedUpFor } from './evidence.ts';

const every = LIFE_EVENT_LIST.map((event) => event.id);

describe('镇上核对得到的，不要单子（SAL2026-62）', () => {
  test('买了房、添了孩子、领了养老金、有人过世：一样也不要拍，只说镇上自己核对', () => {
    const events = ['dwelling-bought', 'birth', 'pension', 'death', 'moved-in'];
    expect(evidenceFor(events)).toEqual([]);
    expect(lookedUpFor(events)).toEqual(['房子', '户口', '养老金', '过世登记']);
  });
  test('工资、看病、上学、残疾证：还能拍；和房子一起说，只拍这些', () => {
    expect(evidenceFor(['wage-up', 'large-medical-bill', 'school-begun', 'disability-found', 'dwelling-sold'])).toEqual([
      'income',
      'medical',
      'education',
      'disability',
    ]);
    expect(lookedUpFor(['wage-up', 'large-medical-bill'])).toEqual([]);
  });
  test('哪一种变化都不要户口簿和存款、房子、车子的单子', () => {
    expect(evidenceFor(every).filter((kind) => kind === 'household-register' || kind === 'property')).toEqual([]);
  });
  test('每种变化，不是镇上核对，就是能拍；说镇上核对的，核对里真有这一样', () => {
    expect(every.filter((event) => (evidenceFor([event]).length === 0) === (lookedUpFor([event]).length === 0))).toEqual([]);
    // The types hold the ids to the list; here the list is held to the law's clauses.
    for (const id of ['registration', 'marriage', 'death', 'housing-fund-and-pension', 'real-estate', 'vehicles', 'deposits'])
      expect(CHECK_ITEMS.find((item) => item.id === id)?.clauses.length).toBeGreaterThan(0);
  });
});
