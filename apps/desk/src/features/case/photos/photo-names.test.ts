import { describe, expect, it } from 'vitest';
import { caseView } from '../../../../test/fixtures.ts';
import { sizeText } from '../../../components/photos/photo-list.tsx';
import { photoName } from './photo-names.ts';

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
