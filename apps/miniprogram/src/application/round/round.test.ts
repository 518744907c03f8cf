import { type Door, localProblem, type Problem, problemSentence, type Result, type Round } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { describe, expect, test } from 'vitest';
import type { Client } from '../ports.ts';
import { openRound } from './round.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const refused = (code: 'forbidden' | 'form-invalid', status: number): Result<never> => ({
  ok: false,
  problem: { type: '', title: problemSentence(code), status, code } satisfies Problem,
});

/** A phone whose box outlives it, and a township that takes what comes. */
function phone() {
  const kept = new Map<string, string>();
  const world = {
    kept,
    today: '2026-11-22' as CivilDate,
    waiting: 0,
    sent: [] as { id: string; body: Door }[],
    answer: undefined as Result<never> | undefined,
    households: [{ caseId: uuid(900), name: '张三', village: '前进村', members: [], why: ['review' as const], told: [] }],
  };
  let ids = 0;
  const call = (async (endpoint: { id: string }, input: { params: { doorId: string }; body: Door }) => {
    if (endpoint.id === 'round')
      return (
        world.answer ?? { ok: true, status: 200, data: { tie: {}, day: world.today, households: world.households } as unknown as Round }
      );
    if (endpoint.id !== 'sendDoor') return { ok: true, status: 204, data: undefined };
    world.sent.push({ id: input.params.doorId, body: input.body });
    return world.answer ?? { ok: true, status: 201, data: { doorId: input.params.doorId, number: 'N', at: '', counted: [], photos: 0 } };
  }) as unknown as Client;
  const open = () =>
    openRound({
      box: {
        read: async (key) => kept.get(key),
        write: async (key, text) => {
          kept.set(key, text);
          return true;
        },
        remove: async (key) => void kept.delete(key),
      },
      call,
      newId: () => uuid(++ids),
      today: () => world.today,
      signedIn: () => true,
      photosOf: () => ({ received: [], waiting: world.waiting, refused: 0, going: false }),
      forgetPhotos: () => undefined,
    });
  return { world, open };
}

async function written(round: Awaited<ReturnType<typeof openRound>>): Promise<string> {
  await round.download();
  const { id } = round.begin({ caseId: uuid(900), name: '张三' });
  round.change(id, (at) => ({ ...at, second: '黄春兰', present: '张三', readOut: true }));
  return id;
}

describe('一家一家送', () => {
  test('没网：存在手机里；关掉再开还在，同一个编号、同样的话；有网就收到', async () => {
    const { world, open } = phone();
    const first = await open();
    const id = await written(first);
    world.answer = { ok: false, problem: localProblem('no-network') };
    await first.send(id);
    expect(first.doors().map((door) => first.progressOf(door))).toEqual(['on-phone']);
    const again = await open();
    world.answer = undefined;
    await again.resume();
    expect(again.doors().map((door) => again.progressOf(door))).toEqual(['received']);
    expect(world.sent).toHaveLength(2);
    expect(world.sent[1]).toEqual(world.sent[0]);
    await again.resume();
    expect(world.sent).toHaveLength(2);
  });

  test('照片没传完：先不送，后面的也等着', async () => {
    const { world, open } = phone();
    const round = await open();
    world.waiting = 1;
    await round.send(await written(round));
    expect(world.sent).toHaveLength(0);
    world.waiting = 0;
    await round.resume();
    expect(world.sent).toHaveLength(1);
  });

  test('解绑了：等着；有一处不对：说出来，改了再送', async () => {
    const { world, open } = phone();
    const round = await open();
    const id = await written(round);
    world.answer = refused('forbidden', 403);
    await round.send(id);
    expect(round.door(id)?.state).toBe('asked');
    world.answer = refused('form-invalid', 422);
    await round.resume();
    expect(round.door(id)?.state).toBe('refused');
    round.change(id, (at) => ({ ...at, note: '改好了' }));
    world.answer = undefined;
    await round.send(id);
    expect(round.door(id)?.state).toBe('received');
    expect(world.sent.at(-1)).toMatchObject({ id, body: { note: '改好了' } });
  });
});

describe('一天过了', () => {
  test('单子清掉，收到的清掉，没送到的留着', async () => {
    const { world, open } = phone();
    const round = await open();
    const id = await written(round);
    world.answer = { ok: false, problem: localProblem('no-network') };
    await round.send(id);
    world.today = '2026-11-23' as CivilDate;
    expect(round.today()).toBeUndefined();
    expect(round.doors()).toHaveLength(1);
    world.answer = undefined;
    await round.resume();
    expect(round.today()).toBeUndefined();
    expect(round.doors()).toHaveLength(0);
    const next = await open();
    expect(next.today()).toBeUndefined();
  });

  test('工作台解绑了：下载的时候单子就没了', async () => {
    const { world, open } = phone();
    const round = await open();
    await written(round);
    world.answer = refused('forbidden', 403);
    await round.download();
    expect(round.today()).toBeUndefined();
    expect(world.kept.has('round.today')).toBe(false);
  });
});
