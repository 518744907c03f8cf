import { type FileView, localProblem, PROBLEMS, type ProblemCode, type Result } from '@assist/contracts';
import { makePhotoQueue } from '../photos/photo-queue.ts';
import { type FakePhone, makeFakePhone } from './fake-phone.ts';

export const OWNER = 'draft-1';
export const photo = (name: string, bytes = 2000) => ({ path: `tmp/${name}`, bytes });

/** A phone with its files, and a server that confirms unless told otherwise. */
export function openPhotos(phone: FakePhone = makeFakePhone(), files = new Map<string, string>()) {
  const sent: string[] = [];
  const received: string[] = [];
  const deleted: string[] = [];
  const hidden: string[] = [];
  const hashes: (string | undefined)[] = [];
  const answers: (ProblemCode | 'wrong-id')[] = [];
  const is = { online: true, signedIn: true, atOnce: 0, most: 0 };
  let hold: Promise<void> | undefined;
  let progress: ((part: number) => void) | undefined;
  const problem = (code: ProblemCode): Result<FileView> => {
    const [status, title] = PROBLEMS[code];
    const local = code === 'no-network' || code === 'timeout' || code === 'answer-not-understood';
    return { ok: false, problem: local ? localProblem(code) : { type: code, title, status, code, instance: 'W7K-3Q9' } };
  };
  const queue = makePhotoQueue({
    storage: phone.storage,
    newId: phone.newId,
    signedIn: () => is.signedIn,
    online: () => is.online,
    async upload({ id, path, sha256 }, tell) {
      sent.push(path);
      hashes.push(sha256);
      is.most = Math.max(is.most, ++is.atOnce);
      progress = tell;
      await hold;
      is.atOnce -= 1;
      const answer = answers.shift();
      if (answer && answer !== 'wrong-id') return problem(answer);
      const fileId = answer === 'wrong-id' ? phone.newId() : id;
      return { ok: true, status: 201, data: { fileId, bytes: 1, mediaType: 'image/jpeg', receivedAt: '2026-11-22T10:32:00+08:00' } };
    },
    keepFile: async (id, temporary) => {
      files.set(`kept/${id}`, temporary);
      return `kept/${id}`;
    },
    showFile: async (_id, path) => (files.has(path) ? `shown/${path}` : undefined),
    withFile: async (_id, path, act) => (files.has(path) ? act(path) : undefined),
    removeFile: async (_id, path) => void files.delete(path),
    hideFile: (id) => hidden.push(id),
    hash: async ({ id }) => `hash of ${id}`,
    deleteAtServer: async (id) => {
      deleted.push(id);
      return { ok: true, status: 204, data: undefined };
    },
    onReceived: (entry) => received.push(entry.id),
  });
  return {
    queue,
    phone,
    files,
    sent,
    received,
    deleted,
    hidden,
    hashes,
    answers,
    is,
    words: () => queue.of(OWNER).map((p) => p.words),
    tell: (part: number) => progress?.(part),
    holdOn() {
      let go = () => {};
      hold = new Promise((resolve) => {
        go = () => resolve();
      });
      return () => {
        hold = undefined;
        go();
      };
    },
  };
}
