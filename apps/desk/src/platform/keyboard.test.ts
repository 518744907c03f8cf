import { describe, expect, it } from 'vitest';
import { actionOf, KEYS, type Press, rowAfter } from './keyboard.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  focus: { tag: 'BODY', editable: false },
  dialogOpen: false,
  ...more,
});

describe('键', () => {
  it('队列页上每个键各做一件事', () => {
    expect(['/', 'j', 'J', 'k', 'Enter', 'n', '?'].map((key) => actionOf(press(key), 'queue'))).toEqual([
      'search',
      'next-row',
      'next-row',
      'previous-row',
      'open',
      'claim-next',
      'help',
    ]);
  });

  it('打字、拼音、按着 Ctrl、开着对话框时，字母就是字母', () => {
    for (const more of [
      { focus: { tag: 'INPUT', editable: false } },
      { focus: { tag: 'TEXTAREA', editable: false } },
      { focus: { tag: 'DIV', editable: true } },
      { isComposing: true },
      { ctrlKey: true },
      { metaKey: true },
      { altKey: true },
      { dialogOpen: true },
    ])
      expect(actionOf(press('n', more), 'queue')).toBeUndefined();
  });

  it('停在按钮或链接上时，回车归它自己', () => {
    expect(actionOf(press('Enter', { focus: { tag: 'A', editable: false } }), 'queue')).toBeUndefined();
    expect(actionOf(press('j', { focus: { tag: 'A', editable: false } }), 'queue')).toBe('next-row');
  });

  it('按住不放只会移动，不会连着领', () => {
    expect(actionOf(press('j', { repeat: true }), 'queue')).toBe('next-row');
    expect(actionOf(press('n', { repeat: true }), 'queue')).toBeUndefined();
  });

  it('领下一件只在队列页；没有一个键能受理', () => {
    expect(actionOf(press('n'), 'case')).toBeUndefined();
    expect(KEYS.map((k) => String(k.action))).not.toContain('accept');
  });

  it('上下到头就停，没选时到第一行，空表没有行', () => {
    expect([rowAfter('next-row', -1, 3), rowAfter('previous-row', -1, 3)]).toEqual([0, 0]);
    expect([rowAfter('next-row', 0, 3), rowAfter('next-row', 2, 3), rowAfter('previous-row', 0, 3)]).toEqual([1, 2, 0]);
    expect(rowAfter('next-row', -1, 0)).toBe(-1);
  });
});
