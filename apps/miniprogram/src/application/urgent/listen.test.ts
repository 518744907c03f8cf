import { expect, test } from 'vitest';
import { listenTo } from './listen.ts';

/** A sound that is laid open only when it is let, and a loudspeaker. */
function room() {
  const heard: string[] = [];
  let lay: (path: string) => void = () => undefined;
  const laid = new Promise<string>((resolve) => {
    lay = resolve;
  });
  const one = listenTo(
    async (act) => act(await laid),
    (path) => {
      heard.push(path);
      let stop: () => void = () => undefined;
      const done = new Promise<void>((resolve) => {
        stop = resolve;
      });
      return { done, stop: () => stop() };
    },
  );
  return { one, heard, lay };
}

test('放着的时候停：停得下来', async () => {
  const { one, heard, lay } = room();
  lay('a.mp3');
  await Promise.resolve();
  await Promise.resolve();
  one.hush();
  await one.done;
  expect(heard).toEqual(['a.mp3']);
});

test('还没打开就走了、重新说了、不要了：一声也不响', async () => {
  const { one, heard, lay } = room();
  one.hush();
  lay('a.mp3');
  await one.done;
  expect(heard).toEqual([]);
});

test('打不开：算听完了，按钮回到“听一遍”', async () => {
  const one = listenTo(
    () => Promise.reject(new Error('gone')),
    () => ({ done: Promise.resolve(), stop: () => undefined }),
  );
  expect(await one.done).toBeUndefined();
});
