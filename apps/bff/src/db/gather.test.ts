import { describe, expect, it } from 'vitest';
import { gathered } from './gather.ts';

/** What is sent is held until it is let go; then it is answered, or refused. */
function held() {
  const parts: { readonly all: readonly string[]; readonly go: (error?: unknown) => void }[] = [];
  const one = gathered<string, string>({
    keyOf: (text) => text.slice(0, 1),
    run: (all) =>
      new Promise((done, failed) => {
        parts.push({ all, go: (error) => (error ? failed(error) : done(all.map((text) => `${text}!`))) });
      }),
  });
  const sent = () => parts.map(({ all }) => all.join(' '));
  return { one, parts, sent };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('一起来的，一起写', () => {
  it('空着就马上走；忙着的时候来的，合成一份；各人得各人的回答，写完才回答', async () => {
    const { one, parts, sent } = held();
    const answers = ['a', 'b', 'c', 'd'].map(one);
    expect(sent()).toEqual(['a', 'b']);
    let answered = 0;
    for (const answer of answers) void answer.then(() => answered++);
    parts[0]?.go();
    await turn();
    expect(sent()).toEqual(['a', 'b', 'c d']);
    expect(answered).toBe(1);
    for (const { go } of parts) go();
    expect(await Promise.all(answers)).toEqual(['a!', 'b!', 'c!', 'd!']);
  });

  it('同一个编号的两份，不在一份里走', async () => {
    const { one, parts, sent } = held();
    const answers = ['x', 'y', 'a1', 'a2', 'b'].map(one);
    parts[0]?.go();
    await turn();
    expect(sent()).toEqual(['x', 'y', 'a1 b']);
    parts[2]?.go();
    await turn();
    expect(sent().at(-1)).toBe('a2');
    for (const { go } of parts) go();
    expect(await Promise.all(answers)).toEqual(['x!', 'y!', 'a1!', 'a2!', 'b!']);
  });

  it('一份里有一个不行：一个一个再来，只有那一个不行', async () => {
    const { one, parts, sent } = held();
    const answers = ['x', 'y', 'a', 'b'].map(one);
    const settled = Promise.allSettled(answers);
    for (const part of parts.splice(0)) part.go();
    await turn();
    parts[0]?.go(Object.assign(new Error('refused'), { code: 'AS001' }));
    await turn();
    expect(sent()).toEqual(['a b', 'a', 'b']);
    parts[1]?.go();
    parts[2]?.go(Object.assign(new Error('refused'), { code: 'AS001' }));
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
  });

  it('连接断了：写上没有谁也不知道，不再来一遍，每个人都听到', async () => {
    const { one, parts, sent } = held();
    const settled = Promise.allSettled(['x', 'y', 'a', 'b'].map(one));
    for (const part of parts.splice(0)) part.go();
    await turn();
    parts[0]?.go(Object.assign(new Error('gone'), { code: 'CONNECTION_CLOSED' }));
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect(sent()).toEqual(['a b']);
  });

  it('一次最多三十二个', async () => {
    const { one, parts, sent } = held();
    const answers = Array.from({ length: 40 }, (_, n) => one(String.fromCharCode(65 + n)));
    for (const { go } of parts) go();
    await turn();
    expect(sent().map((part) => part.split(' ').length)).toEqual([1, 1, 32, 6]);
    for (const { go } of parts) go();
    await Promise.all(answers);
  });
});
