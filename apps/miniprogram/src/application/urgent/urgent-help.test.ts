import { localProblem, PROBLEMS, type ProblemCode, residentApi, type UrgentCall, type UrgentView } from '@assist/contracts';
import type { DivisionCode } from '@assist/policy';
import { describe, expect, test } from 'vitest';
import { type FakePhone, makeFakePhone, settled } from '../_test/fake-phone.ts';
import { makeUrgentHelp } from './urgent-help.ts';

const YANGJIAPING = '500107001' as DivisionCode;
const viewOf = (callId: string, sound: UrgentView['sound']) => ({ callId, number: '杨家坪 261122-001-A', sound }) as UrgentView;
const problem = (code: ProblemCode) => {
  const [status, title] = PROBLEMS[code];
  return { ok: false as const, problem: code === 'no-network' ? localProblem(code) : { type: code, title, status, code } };
};

/** A phone, and a server that takes everything in unless told otherwise. */
function open(phone: FakePhone = makeFakePhone(), files = new Map<string, string>()) {
  const calls: { callId: string; body: UrgentCall }[] = [];
  const sounds: string[] = [];
  const answers: ProblemCode[] = [];
  const soundAnswers: ProblemCode[] = [];
  let secrets = 0;
  const help = makeUrgentHelp({
    storage: phone.storage,
    newId: phone.newId,
    newSecret: async () => `secret-${++secrets}`,
    call: (async (e: { id: string }, input: { params: { callId: string }; body: UrgentCall }) => {
      if (e.id !== residentApi.sendUrgentCall.id) return { ok: true, status: 200, data: viewOf(input.params.callId, 'none') };
      calls.push({ callId: input.params.callId, body: input.body });
      const answer = answers.shift();
      return answer
        ? problem(answer)
        : { ok: true, status: 201, data: viewOf(input.params.callId, input.body.soundSeconds ? 'awaited' : 'none') };
    }) as never,
    sendSound: async (callId, _secret, path) => {
      const answer = soundAnswers.shift();
      if (answer) return problem(answer);
      sounds.push(path);
      return { ok: true, status: 201, data: viewOf(callId, 'here') };
    },
    keepFile: async (id, path) => {
      if (path === 'tmp/no-room') throw new Error('no room');
      files.set(`kept/${id}`, path);
      return `kept/${id}`;
    },
    withFile: async (_id, path, act) => (files.has(path) ? act(path) : undefined),
    removeFile: async (_id, path) => void files.delete(path),
  });
  return { help, calls, sounds, answers, soundAnswers, files, phone };
}

describe('急事求助，在手机上', () => {
  test('录好的先能听，能不要；不要了、送出去了，就听不到', async () => {
    const one = open();
    expect(await one.help.withSound(async (path) => path)).toBeUndefined();
    await one.help.keepSound('tmp/voice', 3);
    expect(await one.help.withSound(async (path) => path)).toBe(one.help.state().draft.sound?.path);
    await one.help.dropSound();
    expect(await one.help.withSound(async (path) => path)).toBeUndefined();
    await one.help.keepSound('tmp/voice', 3);
    one.help.change({ divisionCode: YANGJIAPING });
    await one.help.send();
    expect(await one.help.withSound(async (path) => path)).toBeUndefined();
  });

  test('重新说的没存下（手机放满了）：原来那段还在；存下了，原来那段才走', async () => {
    const one = open();
    await one.help.keepSound('tmp/first', 3);
    expect([await one.help.keepSound('tmp/no-room', 5), one.help.state().draft.sound?.seconds]).toEqual([false, 3]);
    expect([...one.files.values()]).toEqual(['tmp/first']);
    expect([await one.help.keepSound('tmp/second', 7), one.help.state().draft.sound?.seconds]).toEqual([true, 7]);
    expect([...one.files.values()]).toEqual(['tmp/second']);
  });

  test('没有网：留着、说还没送；有网自己送，同一个编号，一次', async () => {
    const one = open();
    one.answers.push('no-network');
    one.help.change({ what: '断粮了', divisionCode: YANGJIAPING, phone: '13800000001' });
    await one.help.send();
    expect(one.help.state().waits?.code).toBe('no-network');
    expect(one.help.state().entry?.view).toBeUndefined();
    await one.help.go();
    expect(one.help.state().entry?.view?.number).toBe('杨家坪 261122-001-A');
    expect(one.help.state().waits).toBeUndefined();
    expect(new Set(one.calls.map((c) => c.callId)).size).toBe(1);
    expect(one.calls[0]).toEqual(one.calls[1]);
    await one.help.go();
    expect(one.calls).toHaveLength(2);
  });

  test('点两下是一件', async () => {
    const one = open();
    one.help.change({ kind: 'disaster', divisionCode: YANGJIAPING });
    await Promise.all([one.help.send(), one.help.send()]);
    await settled();
    expect(new Set(one.calls.map((c) => c.callId)).size).toBe(1);
  });

  test('送到一半被关掉：再打开，同一件接着送，录音也在', async () => {
    const first = open();
    await first.help.keepSound('tmp/voice.mp3', 12);
    first.help.change({ divisionCode: YANGJIAPING });
    first.answers.push('no-network');
    await first.help.send();
    const again = open(first.phone, first.files);
    await again.help.go();
    expect(again.calls[0]).toEqual(first.calls[0]);
    expect(again.sounds).toHaveLength(1);
    expect(again.files.size).toBe(0);
  });

  test('求助先到，录音断了再送；录音认不出来，求助还在', async () => {
    const one = open();
    await one.help.keepSound('tmp/voice.mp3', 5);
    one.help.change({ divisionCode: YANGJIAPING });
    one.soundAnswers.push('no-network');
    await one.help.send();
    expect(one.help.state().entry).toMatchObject({ view: { sound: 'awaited' }, sound: { seconds: 5 } });
    await one.help.go();
    expect(one.calls).toHaveLength(1);
    expect(one.help.state().entry?.view?.sound).toBe('here');
    const other = open();
    await other.help.keepSound('tmp/voice.mp3', 5);
    other.help.change({ divisionCode: YANGJIAPING });
    other.soundAnswers.push('sound-unknown');
    await other.help.send();
    expect(other.help.state().entry).toMatchObject({ view: { sound: 'awaited' } });
    expect(other.files.size).toBe(0);
  });

  test('镇街没接进来：没有送出去，写的还在，可以改了再送；不会自己再送', async () => {
    const one = open();
    one.help.change({ what: '断粮了', divisionCode: YANGJIAPING });
    one.answers.push('place-not-live');
    await one.help.send();
    expect(one.help.state().entry?.refused?.code).toBe('place-not-live');
    await one.help.go();
    expect(one.calls).toHaveLength(1);
    expect(one.help.state().draft.what).toBe('断粮了');
    one.help.backToDraft();
    one.help.change({ divisionCode: '500107002' as DivisionCode });
    await one.help.send();
    expect(one.calls[1]?.callId).not.toBe(one.calls[0]?.callId);
    expect(one.help.state().entry?.view).toBeDefined();
  });

  test('留没留电话，送到以后还知道，号码不在那一件里；只有没留的才说没留', async () => {
    for (const phone of ['13800000001', undefined]) {
      const one = open();
      one.help.change({ what: '断粮了', divisionCode: YANGJIAPING, ...(phone && { phone }) });
      await one.help.keepSound('tmp/said.mp3', 5);
      await one.help.send();
      expect(one.help.state().entry).toMatchObject({ phoneLeft: phone !== undefined, view: { sound: 'here' } });
      expect(one.help.state().entry?.call.phone).toBeUndefined();
    }
  });

  test('送到以后，说的话不留在手机里；下一次，在哪里、电话不用再写；离开这部手机就都没有了', async () => {
    const one = open();
    one.help.change({ what: '断粮了', where: '小卖部', divisionCode: YANGJIAPING, phone: '13800000001' });
    await one.help.send();
    expect(one.help.state().draft).toEqual({ divisionCode: YANGJIAPING, phone: '13800000001' });
    expect(one.calls[0]?.body.what).toBe('断粮了');
    expect(JSON.stringify([one.help.state(), [...one.phone.kept]])).not.toMatch(/断粮了|小卖部/);
    one.help.another();
    expect(one.help.state().entry).toBeUndefined();
    await one.help.forget();
    expect(open(one.phone).help.state()).toEqual({ draft: {}, busy: false });
  });
});
