import type { CivilDate } from '@assist/policy';
import { describe, expect, it } from 'vitest';
import { yuan } from '../../benefits/case-table.ts';
import { lifeEvent } from '../all.ts';
import { CASES_ON, newcomer, now, THREE } from '../case-table.ts';
import { effectOf } from './effect.ts';
import type { ChangeAnswers, LifeEvent } from './life-event.ts';
import { positionOf } from './position.ts';
import { together } from './together.ts';

const event = (id: string) => lifeEvent(id) as LifeEvent;
const both = (...told: readonly (readonly [string, ChangeAnswers])[]) =>
  effectOf({
    event: together(told.map(([id, answers]) => ({ event: event(id), answers }))),
    household: THREE,
    answers: {},
    award: yuan(1510),
    on: CASES_ON,
  });

describe('几件事一起报', () => {
  it('添了孩子，工资又少了：两样都算进去，770×4−400＋学生100＋学龄前100＝2880', () => {
    const baby = newcomer('child', { schooling: 'preschool', birthDate: '2025-11-01' as CivilDate });
    const effect = both(['birth', { joins: baby }], ['wage-down', now('m1', 400, 'wage')]);
    expect([effect.outcome, effect.amountAfter]).toEqual(['more', yuan(2880)]);
  });

  it('先添的人，后面的事可以说他', () => {
    const parent = newcomer('parent', { birthDate: '1960-01-01' as CivilDate, livesTogether: true });
    const effect = both(['moved-in', { joins: parent }], ['pension', now('n1', 500, 'pension')]);
    // 770×4 − 900 − 500 + 100
    expect([effect.outcome, effect.amountAfter]).toEqual(['more', yuan(1780)]);
  });

  it('都是渐退的原因，一种：还是渐退；两种碰在一起超过标准：由镇街看，不说停', () => {
    expect(both(['job-found', now('m2', 2100, 'wage')]).outcome).toBe('taper');
    expect(both(['job-found', now('m2', 2100, 'wage')], ['pension', now('m1', 9000, 'pension')])).toMatchObject({
      outcome: 'officer',
      possible: ['taper', 'stop'],
    });
  });

  it('有一件文件留给人看的，合起来也留给人看；都不涉及钱的，金额不变', () => {
    expect(both(['deposits', { assets: {} }], ['wage-down', now('m1', 0, 'wage')]).outcome).toBe('officer');
    expect(both(['address', {}], ['phone', {}]).outcome).toBe('unchanged');
  });
});

it('估算下面的几行：每人、低保线、1.5 倍', () => {
  expect(positionOf(THREE, CASES_ON)).toMatchObject({
    state: 'known',
    people: 3,
    perCapita: yuan(300),
    standard: yuan(770),
    marginalLine: yuan(1155),
  });
});
