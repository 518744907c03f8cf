import { describe, expect, it } from 'vitest';
import { type Look, type LookAction, look, transformOf, WHOLE } from './look.ts';

const after = (...types: ('in' | 'out' | 'turn' | 'whole')[]): Look =>
  types.reduce<Look>((l, type) => look(l, { type } as LookAction), WHOLE);

describe('看照片', () => {
  it('放大到八倍为止，缩小到整张为止', () => {
    expect(after(...Array(30).fill('in')).scale).toBe(8);
    expect(after('in', 'in', 'out', 'out', 'out').scale).toBe(1);
  });

  it('转四次回到原样', () => {
    expect(after('turn').turns).toBe(1);
    expect(after('turn', 'turn', 'turn', 'turn')).toEqual(WHOLE);
  });

  it('放大了才能拖，缩回整张就回到中间', () => {
    expect(look(WHOLE, { type: 'move', dx: 30, dy: 5 })).toEqual(WHOLE);
    const moved = look(after('in'), { type: 'move', dx: 30, dy: 5 });
    expect(transformOf(moved)).toBe('translate(-50%, -50%) translate(30px, 5px) scale(1.25) rotate(0deg)');
    expect(look(moved, { type: 'out' })).toEqual(WHOLE);
  });
});
