import { type EvidenceKind, type FileView, localProblem, PROBLEMS, type Problem, type ProblemCode, type Result } from '@assist/contracts';
import { makeListeners } from '../listeners.ts';
import { isAboutThePhoto, type PhotoEntry, type PhotoView, viewOf } from './photo-entry.ts';
import type { ChosenPhoto, PhotoPorts } from './photo-ports.ts';
import { remarkOn } from './photo-quality.ts';

const KEY = 'photos';
/** The server takes no photo above this; asking it would only cost the person's data. */
const MAX_BYTES = 10 * 1024 * 1024;

interface Kept {
  readonly entries: readonly PhotoEntry[];
  /** Confirmed photos the person took away; the server is still to be told. */
  readonly toDelete: readonly string[];
}

/** Photos go up one by one in their order, by themselves; each is on the phone until the server has confirmed it. */
export function makePhotoQueue(ports: PhotoPorts) {
  const { storage } = ports;
  const listeners = makeListeners();
  let kept: Kept = JSON.parse(storage.read(KEY) ?? '{"entries":[],"toDelete":[]}') as Kept;
  let going: { id: string; part: number } | undefined;
  let running: Promise<void> | undefined;
  let waiting: Problem | undefined;
  /** For showing within this visit; the phone's copy is removed once confirmed. */
  const shownFrom = new Map<string, string>();
  /** Rises when the person leaves this phone: an upload that ends afterwards belongs to nobody here. */
  let era = 0;

  const save = (next: Kept): Promise<boolean> => {
    kept = next;
    const written = storage.write(KEY, JSON.stringify(kept));
    listeners.tell();
    return written;
  };
  const put = (id: string, change: (entry: PhotoEntry) => PhotoEntry): Promise<boolean> =>
    save({ ...kept, entries: kept.entries.map((e) => (e.id === id ? change(e) : e)) });
  const entryOf = (id: string) => kept.entries.find((e) => e.id === id);
  const problemNamed = (code: ProblemCode): PhotoEntry['problem'] => ({ code, title: PROBLEMS[code][1] });

  async function received(id: string): Promise<void> {
    const entry = entryOf(id);
    if (!entry) {
      // Taken away while it was on its way: the server has it now and must not keep it.
      await save({ ...kept, toDelete: [...kept.toDelete, id] });
      return;
    }
    const { problem: _gone, ...rest } = entry;
    // Into the form first: what waits for the last photo must not go without it. Killed in between, the same photo goes once more.
    ports.onReceived({ ...rest, state: 'received' });
    if (await put(id, () => ({ ...rest, state: 'received' }))) await tidy();
  }

  /** Removes the files of what was confirmed. Confirmed was written down first: killed in between leaves a file too many, never one too few. */
  async function tidy(): Promise<void> {
    for (const { id, path, state } of kept.entries) {
      if (state !== 'received' || path === undefined) continue;
      await ports.removeFile(id, path);
      await put(id, ({ path: _p, ...e }) => e);
    }
  }

  /** Before it is sealed: afterwards nothing can be seen of it. */
  async function remark(path: string): Promise<Pick<PhotoEntry, 'remark'>> {
    const seen = await ports.look?.(path);
    const said = seen && remarkOn(seen);
    return said ? { remark: said } : {};
  }

  async function refuse(entry: PhotoEntry, code: ProblemCode): Promise<true> {
    await put(entry.id, (e) => ({ ...e, state: 'refused', problem: problemNamed(code) }));
    return true;
  }

  /** @returns whether the next one should be tried */
  async function sendOne(entry: PhotoEntry): Promise<boolean> {
    const mine = era;
    const sent =
      entry.path === undefined
        ? undefined
        : await ports.withFile(entry.id, entry.path, async (path) => ({ on: await sendOpen(entry, path) }));
    if (mine !== era) return false;
    return sent ? settled(entry.id, sent.on) : refuse(entry, 'file-damaged');
  }

  async function sendOpen(entry: PhotoEntry, path: string): Promise<Result<FileView> | undefined> {
    const mine = era;
    if (!entryOf(entry.id)) return undefined;
    going = { id: entry.id, part: 0 };
    listeners.tell();
    const sha256 = entry.sha256 ?? (await ports.hash(entry, path));
    if (mine !== era) return undefined;
    if (sha256 && !entry.sha256) await put(entry.id, (e) => ({ ...e, sha256 }));
    return ports.upload({ id: entry.id, path, about: entry.about, ...(sha256 && { sha256 }) }, (part) => {
      if (going?.id !== entry.id) return;
      going = { id: entry.id, part: Math.min(1, Math.max(going.part, part)) };
      listeners.tell();
    });
  }

  /** @param answer nothing where it was taken away before it left */
  async function settled(id: string, answer: Result<FileView> | undefined): Promise<boolean> {
    going = undefined;
    if (!answer) return true;
    if (answer.ok && answer.data.fileId === id) {
      waiting = undefined;
      await received(id);
      return true;
    }
    const problem = answer.ok ? localProblem('answer-not-understood') : answer.problem;
    const { code, title, instance } = problem;
    const said = { code, title, ...(instance !== undefined && { instance }) };
    const entry = entryOf(id);
    if (entry && code === 'file-damaged' && !entry.sentAgain) {
      // Cut off or changed on its way: the one on the phone is whole. It goes once more before the person is asked for another.
      await put(id, (e) => ({ ...e, sentAgain: true }));
      return sendOne({ ...entry, sentAgain: true });
    }
    const about = isAboutThePhoto(code);
    await put(id, (e) => ({ ...e, state: about ? 'refused' : 'chosen', problem: said }));
    waiting = about ? undefined : problem;
    return about;
  }

  async function run(): Promise<void> {
    const tried = new Set<string>();
    for (;;) {
      if (!ports.signedIn() || !ports.online()) break;
      const next = kept.entries.find((e) => e.state === 'chosen' && !tried.has(e.id));
      if (!next) break;
      tried.add(next.id);
      if (!(await sendOne(next))) break;
    }
    for (const id of ports.signedIn() && ports.online() ? kept.toDelete : []) {
      const answer = await ports.deleteAtServer(id);
      if (answer.ok || answer.problem.code === 'not-found') await save({ ...kept, toDelete: kept.toDelete.filter((d) => d !== id) });
    }
  }

  /** Sends what waits. One run at a time; within it each photo once. Called when one is chosen, on start, after signing in and when the network is back. */
  function go(): Promise<void> {
    const mine = era;
    running ??= run().finally(() => {
      if (mine === era) running = undefined;
      listeners.tell();
    });
    return running;
  }

  const queue = {
    subscribe: listeners.add,
    /** On start: find the pictures that still wait, remove what was confirmed, and go on sending. */
    async open(): Promise<void> {
      await tidy();
      for (const { id, path } of kept.entries) {
        const shown = path === undefined ? undefined : await ports.showFile(id, path);
        if (shown !== undefined) shownFrom.set(id, shown);
      }
      listeners.tell();
      await go();
    },
    /** Photos of one owner, as they are shown. */
    of: (owner: string): (PhotoView & { readonly shownFrom?: string })[] =>
      kept.entries
        .filter((e) => e.owner === owner)
        .map((e) => {
          const from = shownFrom.get(e.id);
          const view = viewOf(e, going?.id === e.id ? going.part : undefined, ports.online());
          return { ...view, ...(from !== undefined && { shownFrom: from }) };
        }),
    /** Everything on this phone that the server has not confirmed, of all owners. */
    waiting: (owner?: string): PhotoEntry[] =>
      kept.entries.filter((e) => e.state !== 'received' && (owner === undefined || e.owner === owner)),
    /** Why the queue stands, if it does. */
    problem: () => waiting,
    /** Chosen photos go up at once. One that cannot be a photo is said right away. */
    async add(owner: string, about: EvidenceKind, chosen: readonly ChosenPhoto[], memberId?: string): Promise<boolean> {
      let room = true;
      for (const photo of chosen) {
        const id = ports.newId();
        const wrong = photo.bytes === 0 ? 'file-empty' : photo.bytes > MAX_BYTES ? 'file-too-large' : undefined;
        const remarked = wrong ? {} : await remark(photo.path);
        const path = wrong ? undefined : await ports.keepFile(id, photo.path).catch(() => undefined);
        const shown = path === undefined ? photo.path : await ports.showFile(id, path);
        if (shown !== undefined) shownFrom.set(id, shown);
        if (!wrong && path === undefined) {
          room = false;
          continue;
        }
        const entry: PhotoEntry = {
          id,
          owner,
          about,
          bytes: photo.bytes,
          state: wrong ? 'refused' : 'chosen',
          ...(path !== undefined && { path }),
          ...(memberId !== undefined && { memberId }),
          ...(wrong && { problem: problemNamed(wrong) }),
          ...remarked,
        };
        room = (await save({ ...kept, entries: [...kept.entries, entry] })) && room;
      }
      if (running) void running.then(go);
      else void go();
      return room;
    },
    /** The person takes a photo away. */
    async remove(id: string): Promise<void> {
      const entry = entryOf(id);
      if (!entry) return;
      const toDelete = entry.state === 'received' || entry.problem ? [...kept.toDelete, id] : kept.toDelete;
      await save({ entries: kept.entries.filter((e) => e.id !== id), toDelete });
      shownFrom.delete(id);
      ports.hideFile(id);
      if (entry.path !== undefined) await ports.removeFile(id, entry.path);
      void go();
    },
    /** Confirmed, but the phone was killed before it was written into the form. */
    receivedOf: (owner: string): PhotoEntry[] => kept.entries.filter((e) => e.owner === owner && e.state === 'received'),
    /** What was sent with its owner needs no place here any more; what was not confirmed stays. */
    async forgetReceived(owner: string): Promise<void> {
      await tidy();
      await save({ ...kept, entries: kept.entries.filter((e) => e.owner !== owner || e.state !== 'received') });
    },
    /** It is given somewhere else than where it was chosen for. Where it is on its way changes nothing of that. */
    give: (id: string, owner: string, about: EvidenceKind): Promise<boolean> =>
      put(id, ({ memberId: _whose, ...entry }) => ({ ...entry, owner, about })),
    /** The person leaves this phone: no picture and no entry of theirs stays, here or in memory. */
    async clear(): Promise<void> {
      era += 1;
      const { entries } = kept;
      kept = { entries: [], toDelete: [] };
      going = running = waiting = undefined;
      shownFrom.clear();
      storage.remove(KEY);
      listeners.tell();
      for (const { id, path } of entries) {
        ports.hideFile(id);
        if (path !== undefined) await ports.removeFile(id, path);
      }
    },
    go,
    tell: listeners.tell,
  };
  return queue;
}
export type PhotoQueue = ReturnType<typeof makePhotoQueue>;
