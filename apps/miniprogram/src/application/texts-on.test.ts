import { describe, expect, test } from 'vitest';
import { settled } from './_test/fake-phone.ts';
import { textsOn } from './texts-on.ts';

/** A phone that writes only when it is let. */
function slowShelf(lies = new Map<string, string>()) {
  const writes: string[] = [];
  const pending: (() => void)[] = [];
  return {
    lies,
    writes,
    /** Lets the write that is under way end. */
    done: async () => {
      pending.shift()?.();
      await settled();
    },
    shelf: {
      keys: async () => [...lies.keys()],
      read: async (key: string) => lies.get(key),
      write: (key: string, text: string) => {
        writes.push(text);
        return new Promise<boolean>((written) => {
          pending.push(() => {
            lies.set(key, text);
            written(true);
          });
        });
      },
      remove: async (key: string) => void lies.delete(key),
    },
  };
}

describe('手机写得慢、手指快', () => {
  test('第一个字马上写；写着的时候又打的字，一次写下最新的，旧的不会盖住新的', async () => {
    const phone = slowShelf();
    const texts = await textsOn(phone.shelf, 'mine.');
    const said: boolean[] = [];
    for (const text of ['三', '三个', '三个月']) void texts.write('draft', text).then((kept) => said.push(kept));
    await settled();
    expect(phone.writes).toEqual(['三个月']);
    void texts.write('draft', '三个月没');
    void texts.write('draft', '三个月没活');
    await settled();
    expect(phone.writes).toEqual(['三个月']);
    await phone.done();
    expect([said, phone.writes]).toEqual([
      [true, true, true],
      ['三个月', '三个月没活'],
    ]);
    await phone.done();
    expect(phone.lies.get('mine.draft')).toBe('三个月没活');
  });

  test('拿走以后再写的，不会被那次拿走一起带走', async () => {
    const phone = slowShelf(new Map([['mine.draft', '旧的']]));
    const texts = await textsOn(phone.shelf, 'mine.');
    void texts.write('draft', '快写完了');
    await settled();
    void texts.write('draft', '写完了');
    texts.remove('draft');
    void texts.write('draft', '新的一份');
    for (let i = 0; i < 3; i++) await phone.done();
    expect([texts.read('draft'), phone.lies.get('mine.draft')]).toEqual(['新的一份', '新的一份']);
  });

  test('清掉：别人的不动，还在写的也一起走', async () => {
    const phone = slowShelf(new Map([['other.draft', '别人的']]));
    const texts = await textsOn(phone.shelf, 'mine.');
    void texts.write('draft', '我的');
    await settled();
    const cleared = texts.clear();
    await phone.done();
    await cleared;
    expect([...phone.lies]).toEqual([['other.draft', '别人的']]);
  });

  test('搬到别的抽屉以后，迟到的写和拿走都不算：这里以后可能是另一个人的', async () => {
    const phone = slowShelf(new Map([['mine.draft', '搬走以前的']]));
    const texts = await textsOn(phone.shelf, 'mine.');
    texts.close();
    expect(await texts.write('draft', '迟到的')).toBe(false);
    texts.remove('draft');
    await texts.clear();
    expect([phone.writes, [...phone.lies], texts.isClosed()]).toEqual([[], [['mine.draft', '搬走以前的']], true]);
  });
});
