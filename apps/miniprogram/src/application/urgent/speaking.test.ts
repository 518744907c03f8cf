import { expect, test } from 'vitest';
import type { Recording } from '@/platform/recorder';
import { makeSpeaking } from './speaking.ts';

/** A microphone that records until it is stopped. */
function microphone(said: Awaited<Recording['done']> = { recorded: { path: 'tmp/said', seconds: 3 }, refused: false }) {
  let begun = 0;
  const record = (): Recording => {
    begun += 1;
    let stop: () => void = () => undefined;
    const done = new Promise<Awaited<Recording['done']>>((resolve) => {
      stop = () => resolve(said);
    });
    return { stop: () => stop(), done };
  };
  return { record, begun: () => begun };
}

test('还在说就点“送”：先停下、存好，才往下走，说的那段一起去', async () => {
  const order: string[] = [];
  const speaking = makeSpeaking(microphone().record, async (path) => {
    await Promise.resolve();
    order.push(`存好 ${path}`);
    return true;
  });
  const heard = speaking.begin();
  await speaking.end();
  order.push('送');
  expect([order, await heard]).toEqual([['存好 tmp/said', '送'], 'kept']);
});

test('没在说：不用等；连点两下，只录一段', async () => {
  const one = microphone();
  const speaking = makeSpeaking(one.record, async () => true);
  await speaking.end();
  const both = [speaking.begin(), speaking.begin()];
  await speaking.end();
  expect([one.begun(), await Promise.all(both)]).toEqual([1, ['kept', 'kept']]);
});

test('没让用话筒、什么也没录到、手机放满了：各说各的', async () => {
  const said = async (heard: Awaited<Recording['done']>, room = true) => {
    const speaking = makeSpeaking(microphone(heard).record, async () => room);
    const whole = speaking.begin();
    await speaking.end();
    return whole;
  };
  expect(await said({ refused: true })).toBe('refused');
  expect(await said({ refused: false })).toBe('nothing');
  expect(await said({ recorded: { path: 'tmp/said', seconds: 3 }, refused: false }, false)).toBe('full');
});
