import { describe, expect, it } from 'vitest';
import { caseView } from '../../../../test/fixtures.ts';
import { type Look, type LookAction, look, transformOf, WHOLE } from './look.ts';
import { photoName, sizeText } from './photo-names.ts';

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

describe('照片的名字', () => {
  it('写谁的、什么、第几张', () => {
    const view = caseView();
    expect(view.files.map((f) => photoName(view, f))).toEqual([
      '张国福，看病的单子，第 1 张',
      '张国福，看病的单子，第 2 张',
      '张国福，残疾人证',
      '张伟，收入的单子',
    ]);
    expect([sizeText(1_412_000), sizeText(812_000), sizeText(0)]).toEqual(['1.4 MB', '812 KB', '1 KB']);
  });
});
