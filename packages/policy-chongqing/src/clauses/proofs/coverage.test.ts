import { describe, expect, it } from 'vitest';
import { citationOf, clause } from '../index.ts';
import { coverage, PROOFS } from './coverage.ts';

// @ts-expect-error import.meta.glob is vitest's own, resolved when the test is compiled.
const sources: Record<string, string> = import.meta.glob('../../**/*.ts', { query: '?raw', import: 'default', eager: true });
// @ts-expect-error the same; the text alone, no room is entered.
const house: Record<string, string> = import.meta.glob('../../../../../apps/bff/src/services/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** Paths come as `../x` inside clauses/ and `../../x` outside it. */
const source = (file: string) =>
  house[`../../../../../${file}`] ??
  sources[file.startsWith('src/clauses/') ? file.replace('src/clauses/', '../') : file.replace('src/', '../../')] ??
  '';

describe('条款和测试', () => {
  it.each(PROOFS.map((proof) => [proof.clauses.join('、'), proof] as const))('%s：测试在，弄坏的地方也在，只有一处', (_title, proof) => {
    // An article of a law or another paper may have a proof too; it is counted nowhere.
    expect(proof.clauses.filter((id) => !citationOf(id))).toEqual([]);
    expect(source(proof.file)).not.toBe('');
    expect(source(proof.titleIn ?? proof.file)).toContain(proof.title.split('：').at(-1));
    expect(source(proof.breaks.file).split(proof.breaks.find).length - 1).toBe(1);
    expect(proof.breaks.find).not.toBe(proof.breaks.replace);
  });

  it('一条条款只有一个证明；组织类的条款没有', () => {
    const ids = PROOFS.flatMap((proof) => proof.clauses);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => clause(id)?.home === 'organisational')).toEqual([]);
  });

  it('每条都有状态，没有证明的软件条款算还没做', () => {
    const states = coverage();
    expect(states).toHaveLength(236);
    expect(states.filter((one) => one.state === 'organisational')).toHaveLength(38);
    expect(states.filter((one) => one.state === 'covered').every((one) => one.proof)).toBe(true);
  });
});
