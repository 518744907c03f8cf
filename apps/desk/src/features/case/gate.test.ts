import { describe, expect, it } from 'vitest';
import { AUDITOR, caseView, HANDLER } from '../../../test/fixtures.ts';
import { acceptGate, holdOf, mayAccept, mayAsk, stagesOf } from './gate.ts';

const DAY = '2026-11-22';
const another = { staffId: 's-yang', name: '杨帆', until: '2026-11-22T18:00:00+08:00' };

describe('受理前的门槛', () => {
  it('要补的没来、家人没签，都说明白，都不挡受理', () => {
    const view = caseView({ state: 'correction-asked' });
    expect(acceptGate(view, HANDLER, DAY).map((g) => [g.id, g.done, g.goOn !== undefined])).toEqual([
      ['claimed', true, false],
      ['opened', true, false],
      ['corrections', false, true],
      ['signatures', false, true],
    ]);
    expect(mayAccept(view, HANDLER, DAY)).toBe(true);
  });

  it('申请人没有看过证件，不是门槛', () => {
    const view = caseView();
    expect(view.applicant.identity).toBe('claimed');
    expect(mayAccept(view, HANDLER, DAY)).toBe(true);
    expect(mayAccept({ ...view, applicant: { ...view.applicant, identity: 'verified' } }, HANDLER, DAY)).toBe(true);
  });

  it('不在自己手上、没打开过、已经受理、审计，都不能受理', () => {
    expect(mayAccept(caseView({ item: { claimedBy: another } }), HANDLER, DAY)).toBe(false);
    expect(mayAccept(caseView({ item: { claimedBy: undefined } }), HANDLER, DAY)).toBe(false);
    expect(mayAccept(caseView({ state: 'received' }), HANDLER, DAY)).toBe(false);
    expect(mayAccept(caseView({ state: 'accepted' }), HANDLER, DAY)).toBe(false);
    expect(mayAccept(caseView(), AUDITOR, DAY)).toBe(false);
  });

  it('请群众补也一样', () => {
    expect(mayAsk(caseView(), HANDLER)).toBe(true);
    expect(mayAsk(caseView({ item: { claimedBy: another } }), HANDLER)).toBe(false);
    expect(mayAsk(caseView({ state: 'accepted' }), HANDLER)).toBe(false);
    expect(mayAsk(caseView(), AUDITOR)).toBe(false);
  });

  it('在谁手里', () => {
    expect([holdOf(caseView(), HANDLER), holdOf(caseView({ item: { claimedBy: another } }), HANDLER)]).toEqual(['mine', 'another']);
    expect(holdOf(caseView({ item: { claimedBy: undefined } }), HANDLER)).toBe('free');
  });
});

describe('走到哪', () => {
  const line = (view: Parameters<typeof stagesOf>[0]) => stagesOf(view).map((s) => `${s.title}:${s.at}`);

  it('补来了，受理是下一步', () => {
    expect(line(caseView())).toEqual(['收到:done', '打开看:done', '请群众补:done', '补来了:now', '受理:next']);
  });

  it('没请补过的，没有那两步', () => {
    const view = caseView({ state: 'opened' });
    expect(line({ application: { ...view.application, corrections: [] } })).toEqual(['收到:done', '打开看:now', '受理:next']);
  });

  it('没等补来就受理的，写明没补来', () => {
    const view = caseView({ state: 'correction-asked' });
    expect(line({ application: { ...view.application, state: 'accepted' } })).toEqual([
      '收到:done',
      '打开看:done',
      '请群众补:done',
      '补来了:skipped',
      '受理:done',
    ]);
  });
});
