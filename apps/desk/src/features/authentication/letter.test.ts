import type { AuthenticationView } from '@assist/contracts';
import { describe, expect, it } from 'vitest';
import { letterLines } from './letter.ts';

const view = (change: Partial<AuthenticationView> = {}): AuthenticationView => ({
  authenticationId: 'a',
  number: 'YJP20261122-001',
  state: 'counted',
  whoName: '没有手机的奶奶',
  contact: 'own-face',
  on: '2026-11-22' as AuthenticationView['on'],
  at: '2026-11-22T10:00:00+08:00',
  by: '别人帮忙',
  nextDue: '2027-11-22' as AuthenticationView['on'],
  sentence: { sentence: '', clauses: [] },
  ...change,
});

describe('告知信', () => {
  it('哪天、谁帮的、下次什么时候；不停钱、不收钱；没有这回事就说', () => {
    const { heading, lines } = letterLines(view());
    expect(heading).toBe('今年的认证办好了');
    expect(lines[0]).toBe('2026年11月22日，您的认证办好了（别人帮忙）。');
    expect(lines[1]).toContain('2027年11月22日');
    expect(lines.join('')).toMatch(/不会因为这个停钱.*不收钱.*没有人见过您/);
  });

  it('还要核的：不说办好了', () => {
    const { heading, lines } = letterLines(view({ state: 'not-in-register' }));
    expect(heading + lines.join('')).not.toContain('办好了');
    expect(lines.join('')).toContain('钱照发');
  });

  it('没有下次的日子就不写', () => {
    const { nextDue: _, ...without } = view();
    expect(letterLines(without).lines.join('')).not.toContain('下次');
  });
});
