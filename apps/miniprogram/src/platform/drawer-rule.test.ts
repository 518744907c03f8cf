import { describe, expect, test } from 'vitest';
import { besides, type Drawers, forgotten, leave, meet as meets, NO_DRAWERS, openFor } from './drawer-rule.ts';

const meet = (drawers: Drawers, login: string, id: string, empty = true) => meets(drawers, login, id, empty);
const now = (drawers: ReturnType<typeof openFor>, login = '') => drawers.open[login];

describe('一部手机，各人各的抽屉', () => {
  test('没登录先写，登录以后还是那个抽屉，写的就是他的', () => {
    const typed = openFor(NO_DRAWERS, '');
    const zhou = meet(typed, '', 'zhou');
    expect([now(typed), now(zhou), zhou.of]).toEqual([0, 0, { 0: 'zhou' }]);
    expect(meet(zhou, '', 'zhou')).toBe(zhou);
  });

  test('没退出就换了人：开另一个抽屉；头一个回来，还是他原来的', () => {
    const zhou = meet(NO_DRAWERS, '', 'zhou');
    const li = meet(zhou, '', 'li');
    expect(now(li)).toBe(1);
    expect(li.of).toEqual({ 0: 'zhou', 1: 'li' });
    expect(now(meet(li, '', 'zhou'))).toBe(0);
    expect(now(meet(meet(li, '', 'zhou'), '', 'wang'))).toBe(2);
  });

  test('还没连上服务器就说了是谁（网页开发）：各开各的，没说以前写的跟着他走', () => {
    const typed = openFor(NO_DRAWERS, '');
    const zhou = openFor(typed, 'zhou');
    expect([zhou.open, now(openFor(zhou, 'li'), 'li')]).toEqual([{ zhou: 0 }, 1]);
    const known = meet(zhou, 'zhou', 'account-zhou');
    expect(openFor({ ...known, open: { '': 0 } }, 'li').open).toEqual({ '': 0, li: 1 });
  });

  test('退出清掉：只清他的；下一个人不接着用他的抽屉', () => {
    const both = meet(meet(NO_DRAWERS, '', 'zhou'), '', 'li');
    const left = leave(both, '');
    expect(left.emptied).toEqual([1]);
    expect(left.drawers).toEqual({ open: {}, of: { 0: 'zhou' } });
    expect(now(openFor(left.drawers, ''))).toBe(1);
  });

  test('头一个在空着的手机上再登录：开他原来的；先写了几个字再登录，写的归到他原来的抽屉里', () => {
    const left = leave(meet(meet(NO_DRAWERS, '', 'zhou'), '', 'li'), '').drawers;
    expect([now(meet(left, '', 'zhou')), besides(meet(left, '', 'zhou'), 0)]).toEqual([0, []]);
    const typed = meet(left, '', 'zhou', false);
    expect([now(typed), typed.of, besides(typed, 0)]).toEqual([0, { 0: 'zhou', 1: 'zhou' }, [1]]);
    expect(leave(typed, '').emptied).toEqual([0, 1]);
    expect(forgotten(typed, 1)).toEqual({ open: { '': 0 }, of: { 0: 'zhou' } });
  });

  test('没登录又写了一次，再说是谁（网页开发）：也归到他的抽屉里；别人的不动', () => {
    const zhou = meet(openFor(NO_DRAWERS, 'zhou'), 'zhou', 'account-zhou');
    const typed = openFor(zhou, '');
    expect(now(typed)).toBe(1);
    const again = openFor(typed, 'zhou');
    expect([again.open, besides(again, 0)]).toEqual([{ zhou: 0 }, [1]]);
    const unknown = openFor(openFor(NO_DRAWERS, 'zhou'), '');
    expect(openFor(unknown, 'zhou')).toBe(unknown);
    expect(besides(meet(zhou, '', 'account-li'), 0)).toEqual([]);
  });

  test('没登录就清：也清得掉；什么都没有，没什么可清', () => {
    expect(leave(openFor(NO_DRAWERS, ''), '').emptied).toEqual([0]);
    expect(leave(NO_DRAWERS, '').emptied).toEqual([]);
  });
});
