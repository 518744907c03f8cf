import { describe, expect, it } from 'vitest';
import { workItem } from '../../../test/fixtures.ts';
import { changesBetween, changesText, dueSummary, found, whyNext } from './lists.ts';
import { shownMarks } from './marks.tsx';

const none = { past: false, today: false, withinThree: false, waiting: false };
const left = (n: number, days: number) => workItem(n, { step: { ...workItem(n).step, left: days } });

describe('队列的数', () => {
  it('数出超期、今天、三天内和等群众补的', () => {
    const items = [left(1, -1), left(2, 0), left(3, 3), { ...left(4, 2), state: 'correction-asked' as const }, left(5, 4)];
    expect(dueSummary(items, false)).toEqual({ past: 1, today: 1, withinThree: 3, waiting: 1, atLeast: none });
  });

  it('后面还有没取的、又排不到那儿的，就写至少', () => {
    expect(dueSummary([left(1, 0), left(2, 3)], true).atLeast).toEqual({ past: false, today: false, withinThree: true, waiting: true });
    expect(dueSummary([left(1, 0)], true).atLeast.today).toBe(true);
    expect(dueSummary([left(1, 0), left(2, 4)], true).atLeast.withinThree).toBe(false);
    expect(dueSummary([], false).atLeast).toEqual(none);
  });
});

describe('有新的', () => {
  it('新来的、变了的、走了的分开数，别人动过的不悄悄换', () => {
    const shown = [workItem(1), workItem(2), workItem(3)];
    const newest = [workItem(9), workItem(1), workItem(2, { state: 'opened' })];
    expect(changesBetween(shown, newest, true)).toEqual({ added: 1, changed: 1, gone: 1 });
    expect(changesText({ added: 1, changed: 1, gone: 1 })).toBe('有 1 件新的，1 件有变化，1 件已走');
  });

  it('只取了头一页时，没看到的不算走了', () => {
    expect(changesBetween([workItem(1), workItem(2)], [workItem(1)], false).gone).toBe(0);
  });

  it('没有变化就什么也不写', () => {
    expect(changesText(changesBetween([workItem(1)], [workItem(1)], true))).toBeUndefined();
  });
});

describe('找', () => {
  const items = [workItem(37, { applicantName: '李素芬' }), workItem(38, { applicantName: '谭明远' })];
  it('姓名、回执号都能找，空格和横线不碍事', () => {
    expect(found(items, '素芬').map((i) => i.applicantName)).toEqual(['李素芬']);
    expect(found(items, '261120038k').map((i) => i.applicantName)).toEqual(['谭明远']);
    expect(found(items, '云岭261120-037').map((i) => i.applicantName)).toEqual(['李素芬']);
    expect(found(items, '王')).toEqual([]);
    expect(found(items, '  ')).toHaveLength(2);
  });
});

describe('为什么是它', () => {
  it('把期限和标记写成话', () => {
    expect(whyNext(left(1, 0))).toEqual(['这步今天到期，没人领']);
    expect(whyNext({ ...left(1, 2), marks: ['urgent', 'correction-answered'] })).toEqual([
      '这步剩 2 天，没人领',
      '写了等不得的急事',
      '要补的已经补来',
    ]);
  });
});

it('到期了的，不再写快到期限', () => {
  expect(shownMarks(['due-soon', 'urgent', 'due-now'])).toEqual(['urgent', 'due-now']);
  expect(shownMarks(['due-soon', 'urgent'])).toEqual(['due-soon', 'urgent']);
});
