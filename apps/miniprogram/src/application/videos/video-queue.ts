import { localProblem, PROBLEMS, type Problem, type ProblemCode, type Result, residentApi, type UploadState } from '@assist/contracts';
import { type Listeners, makeListeners } from '../listeners.ts';
import type { Client, NewId, PhoneStorage } from '../ports.ts';
import type { PieceToSend } from '../upload.ts';
import { makeSha256 } from './sha256.ts';
import { isAboutTheVideo, MOST_VIDEO_BYTES, type VideoEntry } from './video-entry.ts';

const KEY = 'videos';
/** How much is read at once for the fingerprint, bytes. */
const READ_BYTES = 1024 * 1024;

export interface VideoPorts {
  readonly storage: PhoneStorage;
  readonly newId: NewId;
  readonly call: Client;
  readonly signedIn: () => boolean;
  readonly online: () => boolean;
  /** Copies a chosen video to where it outlives the visit. */
  readonly keepFile: (id: string, temporaryPath: string) => Promise<string>;
  /**
   * Seals what lies there plain; that takes a while. @returns its path from now on; the same where there is nothing to seal, or no room
   */
  readonly sealFile: (video: { readonly id: string; readonly path: string; readonly bytes: number }) => Promise<string>;
  /** A path that can be read; nothing when the video is gone. */
  readonly openFile: (id: string, path: string) => Promise<string | undefined>;
  readonly removeFile: (id: string, path: string) => Promise<void>;
  readonly readPiece: (path: string, from: number, length: number) => Promise<Uint8Array | undefined>;
  /** Sends one piece, with progress from 0 to 1. Nothing when it cannot be read. Never throws. */
  readonly sendPiece: (piece: PieceToSend, progress: (part: number) => void) => Promise<Result<UploadState> | undefined>;
}

export interface VideoQueue {
  readonly subscribe: Listeners['add'];
  of(owner: string): readonly (VideoEntry & { /** Part that went up, while it is going. */ readonly part?: number })[];
  waiting(): readonly VideoEntry[];
  /** @returns false when the phone has no room */
  add(
    owner: string,
    chosen: { readonly path: string; readonly size: number; readonly mediaType: VideoEntry['mediaType'] },
  ): Promise<boolean>;
  remove(id: string): Promise<void>;
  forgetReceived(owner: string): Promise<void>;
  /** Goes on where it stopped, where there is a network. */
  go(): Promise<void>;
  /** The person says so: it is tried, whatever the phone thinks of its network. */
  again(): Promise<void>;
  clear(): Promise<void>;
}

/** Videos go up in pieces, one after the other, by themselves: what broke costs one piece, and a kill costs none that arrived. */
export function makeVideoQueue(ports: VideoPorts): VideoQueue {
  const { storage, call } = ports;
  const listeners = makeListeners();
  let entries = JSON.parse(storage.read(KEY) ?? '[]') as readonly VideoEntry[];
  let going: { id: string; part: number } | undefined;
  let running: Promise<void> | undefined;
  /** Rises when the person leaves this phone: what ends afterwards belongs to nobody here. */
  let era = 0;

  const save = (next: readonly VideoEntry[]): Promise<boolean> => {
    entries = next;
    const written = storage.write(KEY, JSON.stringify(entries));
    listeners.tell();
    return written;
  };
  const entryOf = (id: string) => entries.find((e) => e.id === id);
  const put = (id: string, change: (entry: VideoEntry) => VideoEntry) => save(entries.map((e) => (e.id === id ? change(e) : e)));
  const moved = (id: string, part: number) => {
    going = { id, part };
    listeners.tell();
  };

  /** @returns whether the next one should be tried */
  async function settle(id: string, problem: Pick<Problem, 'code' | 'title' | 'instance'>): Promise<boolean> {
    const about = isAboutTheVideo(problem.code);
    const said = { code: problem.code, title: problem.title, ...(problem.instance !== undefined && { instance: problem.instance }) };
    await put(id, (e) => ({ ...e, state: about ? 'refused' : 'chosen', problem: said }));
    return about;
  }
  const named = (code: ProblemCode) => ({ code, title: PROBLEMS[code][1] });

  async function fingerprint(entry: VideoEntry, path: string): Promise<string | undefined> {
    const hash = makeSha256();
    for (let from = 0; from < entry.bytes; from += READ_BYTES) {
      const bytes = await ports.readPiece(path, from, Math.min(READ_BYTES, entry.bytes - from));
      if (!bytes) return undefined;
      hash.update(bytes);
    }
    return hash.end();
  }

  async function sendOne(entry: VideoEntry, mine: number): Promise<boolean> {
    const { id, bytes, mediaType } = entry;
    const path = entry.path && (await ports.openFile(id, entry.path));
    if (!path) return settle(id, named('video-damaged'));
    moved(id, 0);
    const sha256 = entry.sha256 ?? (await fingerprint(entry, path));
    if (mine !== era) return false;
    if (!sha256) return settle(id, named('video-damaged'));
    if (!entry.sha256) await put(id, (e) => ({ ...e, sha256 }));
    const params = { uploadId: id };
    const begun = await call(residentApi.beginUpload, { params, body: { bytes, sha256, mediaType } });
    if (mine !== era) return false;
    if (!begun.ok) return settle(id, begun.problem);
    let state = begun.data;
    for (let piece = 0; piece < state.pieces; piece++) {
      if (state.received.includes(piece)) continue;
      // Taken away meanwhile.
      if (!entryOf(id)) return true;
      const from = piece * state.pieceBytes;
      const done = state.received.length;
      moved(id, done / state.pieces);
      const length = Math.min(state.pieceBytes, bytes - from);
      const sent = await ports.sendPiece({ uploadId: id, piece, path, from, length }, (part) => moved(id, (done + part) / state.pieces));
      if (mine !== era) return false;
      if (!sent) return settle(id, named('video-damaged'));
      if (!sent.ok) return settle(id, sent.problem);
      state = sent.data;
    }
    const finished = await call(residentApi.finishUpload, { params });
    if (mine !== era) return false;
    if (!finished.ok) return settle(id, finished.problem);
    if (finished.data.fileId !== id) return settle(id, localProblem('answer-not-understood'));
    // Written down first: a list that still waits for it must find its file.
    if (!(await put(id, ({ problem: _gone, ...e }) => ({ ...e, state: 'received' })))) return true;
    await ports.removeFile(id, entry.path as string);
    await put(id, ({ path: _path, ...e }) => e);
    return true;
  }

  /** With a network or without: what was chosen does not lie plain on the phone for longer than it takes. */
  async function sealAll(mine: number): Promise<void> {
    for (const { id, path, bytes, state } of entries) {
      if (state !== 'chosen' || path === undefined) continue;
      const sealed = await ports.sealFile({ id, path, bytes });
      if (sealed === path) continue;
      // Taken away meanwhile: nothing of it stays.
      if (mine !== era || !entryOf(id)) await ports.removeFile(id, sealed);
      else await put(id, (e) => ({ ...e, path: sealed }));
    }
  }

  async function run(anyway: boolean): Promise<void> {
    const mine = era;
    await sealAll(mine);
    const tried = new Set<string>();
    while (ports.signedIn() && (ports.online() || (anyway && tried.size === 0))) {
      const next = entries.find((e) => e.state === 'chosen' && !tried.has(e.id));
      if (!next) break;
      tried.add(next.id);
      const on = await sendOne(next, mine);
      if (mine !== era) return;
      going = undefined;
      listeners.tell();
      if (!on) break;
    }
  }
  function go(anyway = false): Promise<void> {
    const mine = era;
    running ??= run(anyway).finally(() => {
      if (mine === era) running = undefined;
      listeners.tell();
    });
    return running;
  }

  return {
    subscribe: listeners.add,
    of: (owner) => entries.filter((e) => e.owner === owner).map((e) => ({ ...e, ...(going?.id === e.id && { part: going.part }) })),
    waiting: () => entries.filter((e) => e.state !== 'received'),
    async add(owner, { path: temporary, size, mediaType }) {
      const id = ports.newId();
      const wrong = size === 0 ? 'video-damaged' : size > MOST_VIDEO_BYTES ? 'video-too-long' : undefined;
      const path = wrong ? undefined : await ports.keepFile(id, temporary).catch(() => undefined);
      if (!wrong && path === undefined) return false;
      const entry: VideoEntry = {
        id,
        owner,
        bytes: size,
        mediaType,
        state: wrong ? 'refused' : 'chosen',
        ...(path !== undefined && { path }),
        ...(wrong && { problem: named(wrong) }),
      };
      const room = await save([...entries, entry]);
      if (running) void running.then(() => go());
      else void go();
      return room;
    },
    async remove(id) {
      const entry = entryOf(id);
      await save(entries.filter((e) => e.id !== id));
      if (entry?.path !== undefined) await ports.removeFile(id, entry.path);
    },
    async forgetReceived(owner) {
      const gone = entries.filter((e) => e.owner === owner && e.state === 'received');
      await save(entries.filter((e) => !gone.includes(e)));
      for (const { id, path } of gone) if (path !== undefined) await ports.removeFile(id, path);
    },
    go: () => go(),
    again: () => go(true),
    async clear() {
      era += 1;
      const before = entries;
      entries = [];
      going = running = undefined;
      storage.remove(KEY);
      listeners.tell();
      for (const { id, path } of before) if (path !== undefined) await ports.removeFile(id, path);
    },
  };
}
