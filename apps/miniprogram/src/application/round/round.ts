import { type Problem, type Result, type Round, residentApi } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import type { SealedTexts } from '@/platform/sealed-texts';
import { type Listeners, makeListeners } from '../listeners.ts';
import type { PhotoEntry } from '../photos/photo-entry.ts';
import type { Client, NewId } from '../ports.ts';
import { bodyOf } from './door-body.ts';
import { type AtDoor, type DoorDraft, photosOwner } from './door-draft.ts';

const ROUND = 'round.today';
const DOORS = 'round.doors';

export interface RoundPorts {
  readonly box: Pick<SealedTexts, 'read' | 'write' | 'remove'>;
  readonly call: Client;
  readonly newId: NewId;
  readonly today: () => CivilDate;
  readonly signedIn: () => boolean;
  readonly photosOf: (owner: string) => {
    readonly received: readonly PhotoEntry[];
    readonly waiting: number;
    readonly refused: number;
    readonly going: boolean;
  };
  readonly forgetPhotos: (owner: string) => void;
}

/** 存在手机里 → 正在传 → 已收到; `wrong`: one thing is to be put right; `writing`: not sent off yet. */
export type DoorProgress = 'writing' | 'on-phone' | 'going' | 'received' | 'wrong';

export interface RoundWork {
  readonly subscribe: Listeners['add'];
  /** The list of today; yesterday's is gone. */
  today(): Round | undefined;
  doors(): readonly DoorDraft[];
  door(id: string): DoorDraft | undefined;
  doorOf(caseId: string): DoorDraft | undefined;
  progressOf(door: DoorDraft): DoorProgress;
  /** What would be lost with this phone. */
  waiting(): number;
  /** Asks for the list; what was downloaded stays where there is no network. */
  download(): Promise<Result<Round>>;
  tie(code: string, key: string): Promise<Problem | undefined>;
  /** Signs the assistant out of this phone and takes the list off it; refused while something has not arrived. */
  leave(): Promise<Problem | undefined>;
  /** The door of a household of today, or of somebody who wants to apply; the one that was begun goes on. */
  begin(about: { readonly caseId?: string; readonly name: string }): DoorDraft;
  change(id: string, edit: (at: AtDoor) => AtDoor): void;
  drop(id: string): void;
  /** Off it goes, now or when there is a network. */
  send(id: string): Promise<void>;
  resume(): Promise<void>;
  filesMoved(): void;
  forget(): Promise<void>;
}

const BAD_PHOTO = { code: 'file-damaged', title: '有一张照片打不开，再拍一张，或者去掉它' } as const;

/** Reads what this phone keeps of a round; of everybody but an assistant that is nothing. */
export async function openRound(ports: RoundPorts): Promise<RoundWork> {
  const [kept, written] = await Promise.all([ports.box.read(ROUND), ports.box.read(DOORS)]);
  return makeRound(ports, kept ? (JSON.parse(kept) as Round) : undefined, written ? (JSON.parse(written) as DoorDraft[]) : []);
}

function makeRound(ports: RoundPorts, kept: Round | undefined, written: readonly DoorDraft[]): RoundWork {
  const { box, call } = ports;
  const listeners = makeListeners();
  let round = kept;
  let doors = written;
  let going: string | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  /** Writes stay in their order, also when the phone is slow. */
  let last: Promise<unknown> = Promise.resolve();

  const write = (key: string, value: unknown): Promise<unknown> => {
    const text = JSON.stringify(value);
    last = last.then(() => box.write(key, text));
    return last;
  };
  const save = (next: readonly DoorDraft[]): Promise<unknown> => {
    doors = next;
    const done = write(DOORS, doors);
    listeners.tell();
    return done;
  };
  const put = (id: string, edit: (door: DoorDraft) => DoorDraft) => save(doors.map((one) => (one.id === id ? edit(one) : one)));
  const find = (id: string) => doors.find((one) => one.id === id);

  /** At the day's end the list goes, and what the township has; what it does not have yet stays. */
  function endDay(): void {
    const today = ports.today();
    if (round && round.day !== today) {
      round = undefined;
      last = last.then(() => box.remove(ROUND));
    }
    const left = doors.filter((one) => one.state !== 'received' || one.on === today);
    if (left.length !== doors.length) void save(left);
  }

  async function sendOne(door: DoorDraft): Promise<boolean> {
    const owner = photosOwner(door.id);
    const { received, waiting, refused } = ports.photosOf(owner);
    // In their order: what follows waits for these photos too.
    if (!door.sent && waiting > 0) return false;
    if (!door.sent && refused > 0) {
      await put(door.id, (one) => ({ ...one, state: 'refused', problem: BAD_PHOTO }));
      return true;
    }
    const sent =
      door.sent ??
      bodyOf(
        door,
        received.map(({ id, sha256 }) => ({ fileId: id, ...(sha256 && { sha256 }) })),
      );
    going = door.id;
    // Kept before it leaves the phone: the same id always carries the same content.
    await put(door.id, (one) => ({ ...one, sent }));
    const answer = await call(residentApi.sendDoor, { params: { doorId: door.id }, body: sent });
    going = undefined;
    if (answer.ok) {
      await put(door.id, ({ problem: _gone, ...one }) => ({ ...one, state: 'received', receipt: answer.data }));
      ports.forgetPhotos(owner);
      return true;
    }
    const { code, title, fields, status } = answer.problem;
    const problem = { code, title, ...(fields && { fields }) };
    // Not the door's own fault: the network, a sign-in, a phone that is no longer tied. It waits, and so does what follows it.
    const waits = status < 400 || status >= 500 || code === 'forbidden' || status === 401 || status === 429;
    if (waits) await put(door.id, (one) => ({ ...one, problem }));
    else await put(door.id, ({ sent: _again, ...one }) => ({ ...one, state: 'refused', problem }));
    // A door that the township cannot take just now holds nobody else's up; without a network none of them goes.
    return !waits || status >= 500;
  }

  async function run(): Promise<void> {
    const tried = new Set<string>();
    for (;;) {
      const next = doors.find((one) => one.state === 'asked' && !tried.has(one.id));
      if (!next || !ports.signedIn()) return;
      tried.add(next.id);
      if (!(await sendOne(next))) return;
    }
  }

  const go = (): Promise<void> => {
    if (running) again = true;
    running ??= run().finally(() => {
      running = going = undefined;
      listeners.tell();
      const more = again;
      again = false;
      if (more) void go();
    });
    return running;
  };
  const take = async (next: Round): Promise<void> => {
    round = next;
    await write(ROUND, next);
    listeners.tell();
  };
  endDay();

  return {
    subscribe: listeners.add,
    today: () => {
      endDay();
      return round;
    },
    doors: () => doors,
    door: find,
    doorOf: (caseId) => doors.find((one) => one.caseId === caseId && (one.state !== 'received' || one.on === ports.today())),
    progressOf(door) {
      if (door.state === 'received') return 'received';
      if (door.state === 'refused') return 'wrong';
      if (door.state === 'open') return 'writing';
      return going === door.id || ports.photosOf(photosOwner(door.id)).going ? 'going' : 'on-phone';
    },
    waiting: () => doors.filter((one) => one.state !== 'received').length,
    async download() {
      const answer = await call(residentApi.round, {});
      if (answer.ok) await take(answer.data);
      // Ended at the desk: nothing of the households stays on this phone.
      else if (answer.problem.code === 'forbidden') {
        round = undefined;
        await box.remove(ROUND);
        listeners.tell();
      }
      return answer;
    },
    async tie(code, key) {
      const answer = await call(residentApi.tieRound, { body: { code }, key });
      if (!answer.ok) return answer.problem;
      void go();
      return undefined;
    },
    async leave() {
      const answer = await call(residentApi.untieRound, {});
      if (!answer.ok && answer.problem.code !== 'forbidden') return answer.problem;
      round = undefined;
      await box.remove(ROUND);
      await save(doors.filter((one) => one.state !== 'received'));
      return undefined;
    },
    begin({ caseId, name }) {
      const before = caseId === undefined ? undefined : doors.find((one) => one.caseId === caseId && one.state !== 'received');
      if (before) return before;
      const household = caseId === undefined ? undefined : round?.households.find((one) => one.caseId === caseId);
      // Whoever goes along today goes along to the next door too.
      const second = [...doors].reverse().find((one) => one.on === ports.today() && one.at.second)?.at.second;
      const door: DoorDraft = {
        id: ports.newId(),
        changeId: ports.newId(),
        ...(caseId !== undefined && { caseId }),
        ...(household && { household }),
        ...(household?.visit && { visitId: household.visit.visitId }),
        name,
        on: ports.today(),
        state: 'open',
        at: { ...(second && { second }) },
      };
      void save([...doors, door]);
      return door;
    },
    change: (id, edit) => void put(id, (one) => (one.state === 'open' || one.state === 'refused' ? { ...one, at: edit(one.at) } : one)),
    drop(id) {
      ports.forgetPhotos(photosOwner(id));
      void save(doors.filter((one) => one.id !== id));
    },
    async send(id) {
      await put(id, ({ problem: _gone, ...one }) => ({ ...one, state: 'asked' }));
      await go();
    },
    resume: go,
    // What was tried before waits for the network or for the person: files move often.
    filesMoved() {
      listeners.tell();
      if (doors.some((one) => one.state === 'asked' && !one.problem && !one.sent)) void go();
    },
    async forget() {
      round = undefined;
      doors = [];
      listeners.tell();
      await last;
      await Promise.all([box.remove(ROUND), box.remove(DOORS)]);
    },
  };
}
