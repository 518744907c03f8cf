import fs from 'node:fs';
import path from 'node:path';

/** What one storage call asks. `encrypt` exists for the asynchronous calls only. */
export type StorageOrder =
  | { op: 'get'; key: string; encrypt?: boolean }
  | { op: 'set'; key: string; json: string; encrypt?: boolean }
  | { op: 'remove'; key: string }
  | { op: 'clear' }
  | { op: 'info' }
  | { op: 'agree-privacy' };

/** `fail` is WeChat's text without the name of the call; `broken` a rule of WeChat that the page did not keep. */
export type StorageAnswer = { json?: string; keys?: string[]; currentSize?: number; fail?: string; broken?: string };

interface Entry {
  readonly json: string;
  readonly encrypted: boolean;
}

export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** One person's storage of this mini-program. Give the same one to the next launch and it is the same phone. */
export interface WeappStorage {
  call(order: StorageOrder): StorageAnswer;
  readonly privacyAgreed: boolean;
  /** What stands under a key, parsed; undefined when nothing does. */
  peek(key: string): unknown;
  /** Files the app keeps by its file system manager, by path. */
  readonly files: Map<string, SavedFile>;
  saveFile(filePath: string, file: SavedFile): void;
  removeFile(filePath: string): void;
}

const MB = 1024 * 1024;
/** Encrypted text is longer: WeChat gives it less room. */
const LIMITS = { plain: { key: MB, all: 10 * MB }, encrypted: { key: 0.7 * MB, all: 7.1 * MB } };

/** @param folder where to keep it between test runs; without it, it lives as long as the object */
export function createStorage(folder?: string): WeappStorage {
  const file = folder === undefined ? undefined : path.join(folder, 'storage.json');
  const kept = file !== undefined && fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  const entries = new Map<string, Entry>(Object.entries(kept.entries ?? {}));
  const files = new Map<string, SavedFile>(
    Object.entries((kept.files ?? {}) as Record<string, { name: string; type: string; base64: string }>).map(([filePath, saved]) => [
      filePath,
      { name: saved.name, type: saved.type, bytes: Buffer.from(saved.base64, 'base64') },
    ]),
  );
  let privacyAgreed: boolean = kept.privacyAgreed === true;

  const write = () => {
    if (file === undefined) return;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const saved = Object.fromEntries(
      [...files].map(([at, { name, type, bytes }]) => [at, { name, type, base64: bytes.toString('base64') }]),
    );
    fs.writeFileSync(file, JSON.stringify({ entries: Object.fromEntries(entries), files: saved, privacyAgreed }));
  };
  const sizeOf = (key: string, entry: Entry) => Buffer.byteLength(key) + Buffer.byteLength(entry.json);
  const total = (encrypted: boolean) =>
    [...entries].filter(([, entry]) => entry.encrypted === encrypted).reduce((sum, [key, entry]) => sum + sizeOf(key, entry), 0);

  const set = (key: string, entry: Entry): StorageAnswer => {
    const limit = entry.encrypted ? LIMITS.encrypted : LIMITS.plain;
    if (Buffer.byteLength(entry.json) > limit.key) return { fail: 'exceed storage item max length' };
    const before = entries.get(key);
    const replaced = before !== undefined && before.encrypted === entry.encrypted ? sizeOf(key, before) : 0;
    if (total(entry.encrypted) - replaced + sizeOf(key, entry) > limit.all) return { fail: 'exceed storage max size 10Mb' };
    entries.set(key, entry);
    write();
    return {};
  };

  const get = (key: string, encrypt: boolean): StorageAnswer => {
    const entry = entries.get(key);
    if (entry === undefined) return { fail: 'data not found' };
    if (entry.encrypted === encrypt) return { json: entry.json };
    return { json: '"(cipher text)"', broken: `storage key "${key}" is written and read with different encrypt` };
  };

  const call = (order: StorageOrder): StorageAnswer => {
    switch (order.op) {
      case 'get':
        return get(order.key, order.encrypt === true);
      case 'set':
        return set(order.key, { json: order.json, encrypted: order.encrypt === true });
      case 'remove':
        entries.delete(order.key);
        write();
        return {};
      case 'clear':
        entries.clear();
        write();
        return {};
      case 'info':
        return { keys: [...entries.keys()], currentSize: Math.ceil((total(false) + total(true)) / 1024) };
      case 'agree-privacy':
        privacyAgreed = true;
        write();
        return {};
    }
  };

  return {
    call,
    files,
    get privacyAgreed() {
      return privacyAgreed;
    },
    peek: (key) => {
      const entry = entries.get(key);
      return entry === undefined ? undefined : JSON.parse(entry.json);
    },
    saveFile(filePath, saved) {
      files.set(filePath, saved);
      write();
    },
    removeFile(filePath) {
      files.delete(filePath);
      write();
    },
  };
}
