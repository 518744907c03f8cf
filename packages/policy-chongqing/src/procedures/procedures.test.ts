import type { DivisionCode } from '@assist/policy';
import { describe, expect, it, test } from 'vitest';
import { citationOf } from '../clauses/index.ts';
import { JIULONGPO, TONGLIANG, YONGCHUAN } from '../districts/codes.ts';
import { TODAY } from './events-for-test.ts';
import {
  ALERT_ENDS,
  ALERT_INDICATORS,
  APPLICATION,
  type CaseEvent,
  CLOCK_RULES,
  clausesIn,
  FALLING_BACK_MARKS,
  GROUNDS,
  inDistrict,
  mayRecord,
  PROCEDURE_ASSUMPTIONS,
  PROCEDURE_CONFLICTS,
  PROCEDURES,
  type Procedure,
  type Requirement,
  RIGID_APPLICATION,
  WATCHED,
} from './index.ts';

const DISTRICTS: [string, DivisionCode][] = [
  ['九龙坡', JIULONGPO],
  ['永川', YONGCHUAN],
  ['铜梁', TONGLIANG],
];
const every = (requirement: Requirement): Requirement[] => [
  requirement,
  ...(requirement.ask === 'any' ? requirement.of.flatMap(every) : []),
];

describe('每个程序、每个区', () => {
  test.each(PROCEDURES.flatMap((one) => DISTRICTS.map(([name, code]) => [one.title, name, one, code] as const)))(
    '%s在%s：每一步、每个要求都有条款，只引本区、市和国家的',
    (_title, _name, procedure, code) => {
      const own = { [JIULONGPO]: 'JLP53', [YONGCHUAN]: 'YC67', [TONGLIANG]: 'TL42' }[code];
      for (const step of inDistrict(procedure, code, TODAY).steps) {
        const cited = [step.clauses, ...step.requires.flatMap(every).map((one) => one.clauses)];
        for (const clauses of cited) {
          expect([procedure.id, step.event, clauses.length > 0]).toEqual([procedure.id, step.event, true]);
          expect(clauses.filter((id) => !citationOf(id))).toEqual([]);
          expect(clauses.filter((id) => /^(JLP53|YC67|TL42)-/.test(id) && !id.startsWith(`${own}-`))).toEqual([]);
        }
      }
    },
  );

  describe('延长期限', () => {
    const accepted: CaseEvent[] = [
      { kind: 'sent', on: TODAY, role: 'resident' },
      { kind: 'accepted', on: TODAY, role: 'township', by: 'a' },
    ];
    const extend = (more: Partial<CaseEvent>): CaseEvent => ({
      kind: 'extended',
      on: TODAY,
      role: 'township',
      by: 'a',
      reason: '一家分住两个区，都要走访',
      extension: 'lives-elsewhere',
      ...more,
    });
    const may = (procedure: Procedure, record: readonly CaseEvent[], event: CaseEvent) => mayRecord(procedure, record, event).ok;
    it('条款列的理由、写明情况，才延长；写公示有异议的，异议要在案；只延长一次', () => {
      expect(may(APPLICATION, accepted, extend({}))).toBe(true);
      expect(may(APPLICATION, accepted.slice(0, 1), extend({}))).toBe(false);
      expect(may(APPLICATION, accepted, extend({ extension: undefined }))).toBe(false);
      expect(may(APPLICATION, accepted, extend({ extension: 'too-busy' as never }))).toBe(false);
      expect(may(APPLICATION, accepted, extend({ reason: ' ' }))).toBe(false);
      expect(may(APPLICATION, accepted, extend({ role: 'village' }))).toBe(false);
      expect(may(APPLICATION, accepted, extend({ extension: 'notice-objected' }))).toBe(false);
      const objected: CaseEvent = { kind: 'objected', on: TODAY, role: 'resident', objection: 'o1' };
      expect(may(APPLICATION, [...accepted, objected], extend({ extension: 'notice-objected' }))).toBe(true);
      expect(may(APPLICATION, [...accepted, extend({})], extend({}))).toBe(false);
      expect(may(APPLICATION, [...accepted, { kind: 'confirmed', on: TODAY, role: 'district', by: 'b' }], extend({}))).toBe(false);
    });
    it('刚性支出只有两种理由；没有文件写延长的程序，没有这一步', () => {
      expect(may(RIGID_APPLICATION, accepted, extend({}))).toBe(true);
      expect(may(RIGID_APPLICATION, accepted, extend({ extension: 'applied-elsewhere' }))).toBe(false);
      expect(PROCEDURES.filter((one) => one.steps.some((step) => step.event === 'extended')).map((one) => one.id)).toEqual([
        'application',
        'application/rigid-expenditure',
      ]);
    });
  });

  it('假设和冲突引用的编号都登记过，要求里提到的假设都声明过', () => {
    const declared = new Set(PROCEDURE_ASSUMPTIONS.map((one) => one.id));
    expect(declared.size).toBe(PROCEDURE_ASSUMPTIONS.length);
    for (const one of PROCEDURE_ASSUMPTIONS) expect([one.id, one.beside.filter((id) => !citationOf(id))]).toEqual([one.id, []]);
    for (const one of PROCEDURE_CONFLICTS) {
      expect([one.id, one.between.filter((id) => !citationOf(id))]).toEqual([one.id, []]);
      expect([...one.between, 'officer']).toContain(one.taken);
    }
    const used = PROCEDURES.flatMap((one) =>
      one.steps.flatMap((step) => step.requires.flatMap(every).flatMap((need) => need.assumption ?? [])),
    );
    expect(used.filter((id) => !declared.has(id))).toEqual([]);
  });

  it('理由、预警、监测的条款都登记过', () => {
    const cited = [GROUNDS, ALERT_ENDS, ALERT_INDICATORS, WATCHED, FALLING_BACK_MARKS].flatMap((table) =>
      Object.values(table).flatMap((one) => [...one.clauses]),
    );
    expect(cited.filter((id) => !citationOf(id))).toEqual([]);
  });

  it('步骤里的钟都有；没有“暂停”这种事', () => {
    for (const one of PROCEDURES)
      for (const step of one.steps) for (const clock of step.clocks ?? []) expect(CLOCK_RULES[clock]).toBeDefined();
    expect(JSON.stringify(PROCEDURES.map(({ notes: _notes, ...rest }) => rest))).not.toMatch(/暂停|pause|suspend/);
  });

  it('区文件以外的条款不删，本区以外的删掉', () => {
    expect(clausesIn(['JLP53-6-4', 'YC67-4-3', 'TL42-C4a', 'YM239-4-5d', 'SAL2026-48', 'F0-2'], YONGCHUAN)).toEqual([
      'YC67-4-3',
      'YM239-4-5d',
      'SAL2026-48',
      'F0-2',
    ]);
  });
});
