import { type Client, type Problem, type Result, residentApi, type UrgentCall, type UrgentView } from '@assist/contracts';
import { makeListeners } from '../listeners.ts';
import type { PhoneStorage } from '../ports.ts';

/** What the person said so far; kept through kills, so that nothing has to be said twice. */
export type UrgentDraft = Partial<Omit<UrgentCall, 'secret' | 'device' | 'soundSeconds'>> & { readonly sound?: KeptSound };
export interface KeptSound {
  readonly id: string;
  readonly path: string;
  readonly seconds: number;
}
/** A call that was to be sent: under its id once and for ever. */
export interface UrgentEntry {
  readonly callId: string;
  readonly call: UrgentCall;
  readonly sound?: KeptSound;
  /** Whether there is a number to call back; the number itself does not stay. Absent where an older version sent it. */
  readonly phoneLeft?: boolean;
  /** As the server last said; absent until it took it in. */
  readonly view?: UrgentView;
  /** The server will not take it so; nothing was sent. */
  readonly refused?: Problem;
}
export interface UrgentState {
  readonly draft: UrgentDraft;
  readonly entry?: UrgentEntry;
  readonly busy: boolean;
  /** Why it waits on the phone. */
  readonly waits?: Problem;
}

export interface UrgentPorts {
  readonly storage: PhoneStorage;
  readonly call: Client;
  readonly newId: () => string;
  readonly newSecret: () => Promise<string>;
  readonly sendSound: (callId: string, secret: string, path: string) => Promise<Result<UrgentView>>;
  /** Takes what was said, sealed, to where it outlives the visit. */
  readonly keepFile: (id: string, path: string) => Promise<string>;
  /** Lays it open at a path for as long as `act` takes. @returns nothing when it is gone */
  readonly withFile: <T>(id: string, path: string, act: (openPath: string) => Promise<T>) => Promise<T | undefined>;
  readonly removeFile: (id: string, path: string) => Promise<void>;
}

const DRAFT = 'urgent-draft';
const ENTRY = 'urgent-entry';
const DEVICE = 'urgent-device';
/** Kept for the next time: where one is and whom to call back change seldom. */
const STAYS = ['divisionCode', 'phone', 'name'] as const;

/** No answer, too many, or the server's own trouble: the same goes again. Everything else is said to the person. */
const mayGoAgain = ({ status }: Problem): boolean => status === 0 || status === 429 || status >= 500;

/** Urgent help on this phone: what was said, what waits, what was sent, once. Nobody is signed in. */
export function makeUrgentHelp(ports: UrgentPorts) {
  const { storage, call } = ports;
  const listeners = makeListeners();
  const read = <T>(key: string): T | undefined => {
    const text = storage.read(key);
    return text === undefined ? undefined : (JSON.parse(text) as T);
  };
  const entry = read<UrgentEntry>(ENTRY);
  let state: UrgentState = { draft: read<UrgentDraft>(DRAFT) ?? {}, ...(entry && { entry }), busy: false };
  let going: Promise<void> | undefined;

  const put = (next: UrgentState) => {
    state = next;
    listeners.tell();
  };
  const keepEntry = async (next: UrgentEntry) => {
    put({ ...state, entry: next });
    await storage.write(ENTRY, JSON.stringify(next));
  };
  const change = (part: UrgentDraft) => {
    put({ ...state, draft: { ...state.draft, ...part } });
    void storage.write(DRAFT, JSON.stringify(state.draft));
  };

  /** @returns false where it could not be kept; what was said before stays then */
  async function keepSound(path: string, seconds: number): Promise<boolean> {
    const id = ports.newId();
    const kept = await ports.keepFile(id, path).catch(() => undefined);
    if (kept === undefined) return false;
    const { sound: before } = state.draft;
    change({ sound: { id, path: kept, seconds } });
    if (before) await ports.removeFile(before.id, before.path);
    return true;
  }
  async function dropSound(): Promise<void> {
    const { sound, ...rest } = state.draft;
    if (!sound) return;
    put({ ...state, draft: rest });
    void storage.write(DRAFT, JSON.stringify(rest));
    await ports.removeFile(sound.id, sound.path);
  }

  /** Lays open what was recorded and not sent yet, to be listened to. @returns nothing when there is none */
  const withSound = <T>(act: (path: string) => Promise<T>): Promise<T | undefined> => {
    const { sound } = state.draft;
    return sound ? ports.withFile(sound.id, sound.path, act) : Promise.resolve(undefined);
  };

  async function device(): Promise<string> {
    const known = read<string>(DEVICE);
    if (known) return known;
    const made = await ports.newSecret();
    await storage.write(DEVICE, JSON.stringify(made));
    return made;
  }

  /** Writes the call down under an id of its own, then sends it. A second tap meanwhile is the same call. */
  async function send(): Promise<void> {
    if (state.entry && !state.entry.refused) return go();
    const { sound, divisionCode, ...told } = state.draft;
    if (state.busy || !divisionCode) return;
    put({ ...state, busy: true });
    const body: UrgentCall = {
      secret: await ports.newSecret(),
      device: await device(),
      ...told,
      divisionCode,
      ...(sound && { soundSeconds: sound.seconds }),
    };
    const { waits: _, ...rest } = state;
    put({ ...rest, busy: false });
    await keepEntry({ callId: ports.newId(), call: body, phoneLeft: Boolean(told.phone), ...(sound && { sound }) });
    return go();
  }

  /** Sends what waits: the call first, its sound after it. */
  function go(): Promise<void> {
    going ??= step().finally(() => {
      going = undefined;
      put({ ...state, busy: false });
    });
    return going;
  }

  async function step(): Promise<void> {
    if (!state.entry || state.entry.refused) return;
    put({ ...state, busy: true });
    const { callId, call: body } = state.entry;
    if (!state.entry.view) {
      const sent = await call(residentApi.sendUrgentCall, { params: { callId }, body });
      if (!sent.ok) return failed(sent.problem);
      await took(sent.data);
    }
    const { sound, view } = state.entry;
    if (!sound || view?.sound !== 'awaited') return;
    const arrived = await ports.withFile(sound.id, sound.path, (path) => ports.sendSound(callId, body.secret, path));
    if (arrived && !arrived.ok && mayGoAgain(arrived.problem)) return put({ ...state, waits: arrived.problem });
    if (arrived?.ok) await took(arrived.data);
    // Arrived, or one that nobody can play: the call itself is there.
    await ports.removeFile(sound.id, sound.path);
    const { sound: _, ...rest } = state.entry as UrgentEntry;
    await keepEntry(rest);
  }

  async function failed(problem: Problem): Promise<void> {
    if (mayGoAgain(problem)) return put({ ...state, waits: problem });
    await keepEntry({ ...(state.entry as UrgentEntry), refused: problem });
  }

  /** The server has it: what was said need not stay here, but for the next time. */
  async function took(view: UrgentView): Promise<void> {
    const { waits: _, ...rest } = state;
    const draft = Object.fromEntries(
      STAYS.flatMap((key) => (state.draft[key] === undefined ? [] : [[key, state.draft[key]]])),
    ) as UrgentDraft;
    put({ ...rest, draft });
    await storage.write(DRAFT, JSON.stringify(draft));
    const { call: sent, ...entry } = state.entry as UrgentEntry;
    // By its secret it is looked after; the words themselves go with what was sent.
    const { secret, device: of, divisionCode, soundSeconds } = sent;
    await keepEntry({ ...entry, call: { secret, device: of, divisionCode, ...(soundSeconds && { soundSeconds }) }, view });
  }

  /** How it stands now. */
  async function look(): Promise<void> {
    if (!state.entry?.view) return go();
    const { callId, call: body } = state.entry;
    const now = await call(residentApi.urgentStatus, { params: { callId }, body: { secret: body.secret } });
    if (now.ok && state.entry?.callId === callId) await keepEntry({ ...state.entry, view: now.data });
    return go();
  }

  return {
    state: () => state,
    subscribe: listeners.add,
    change,
    keepSound,
    dropSound,
    withSound,
    send,
    go,
    look,
    /** What the server said of this call elsewhere: whose it is, what it became. */
    heard: async (view: UrgentView): Promise<void> => {
      if (state.entry?.callId === view.callId) await keepEntry({ ...state.entry, view });
    },
    /** Back to what was said, to change it: only where nothing was sent. */
    backToDraft: () => {
      if (!state.entry?.refused) return;
      const { entry: _, waits: __, ...rest } = state;
      put(rest);
      storage.remove(ENTRY);
    },
    /** Another call; the one before is with the township. */
    another: () => {
      if (!state.entry?.view) return;
      const { entry: _, waits: __, ...rest } = state;
      put(rest);
      storage.remove(ENTRY);
    },
    /** The person leaves this phone. */
    forget: async () => {
      const sounds = [state.draft.sound, state.entry?.sound].filter((one) => one !== undefined);
      put({ draft: {}, busy: false });
      for (const key of [DRAFT, ENTRY]) storage.remove(key);
      for (const one of sounds) await ports.removeFile(one.id, one.path);
    },
  };
}
export type UrgentHelp = ReturnType<typeof makeUrgentHelp>;
