import path from 'node:path';
import type { SavedFile, WeappStorage } from './weapp-storage.ts';

/** A photo or paper lying on the phone, to be picked by the person. */
export interface TestFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly width?: number;
  readonly height?: number;
}

/** What `chooseMedia` and its kin tell the page. */
export interface PickedFile {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly video: boolean;
}

/** What a page asks of its files. Paths are WeChat's: `wxfile://tmp_…` and `wxfile://usr/…`. */
export type FileOrder =
  | { op: 'stat' | 'unlink'; path: string }
  | { op: 'read'; path: string; position?: number; length?: number }
  | { op: 'write'; path: string; base64: string; append?: boolean }
  | { op: 'copy'; path: string; to: string }
  | { op: 'save'; path: string; to?: string }
  | { op: 'temp'; name: string; base64: string }
  | { op: 'list'; path: string };

export type FileAnswer = { base64?: string; size?: number; path?: string; names?: string[]; fail?: string };

export interface PhoneFiles {
  /** The next files the person picks; 'cancel' is backing out. Picked from the front, `count` at a time. */
  next: TestFile[] | 'cancel';
  pick(count: number): PickedFile[] | 'cancel';
  get(filePath: string): SavedFile | undefined;
  call(order: FileOrder): FileAnswer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.mp4': 'video/mp4',
};
const typeOf = (name: string) => TYPES[path.extname(name).toLowerCase()] ?? 'application/octet-stream';

const partOf = (bytes: Buffer, { position = 0, length = bytes.byteLength - position }: { position?: number; length?: number }): Buffer =>
  bytes.subarray(position, position + length);

/** Files of one run: temporary ones die with it, saved ones live in the storage. */
export function phoneFiles(storage: WeappStorage, given: readonly TestFile[]): PhoneFiles {
  const temporary = new Map<string, SavedFile>();
  let number = 0;
  const temp = (name: string, bytes: Uint8Array): string => {
    number += 1;
    // The name the person's file had is not told to the page: WeChat renames what it hands out.
    const at = `wxfile://tmp_${number}${path.extname(name)}`;
    temporary.set(at, { name: path.basename(at), type: typeOf(name), bytes: Buffer.from(bytes) });
    return at;
  };
  const get = (at: string) => temporary.get(at) ?? storage.files.get(at);
  const save = (at: string, file: SavedFile): FileAnswer => {
    if (!at.startsWith('wxfile://usr/') && !at.startsWith('wxfile://store_')) return { fail: `permission denied, open "${at}"` };
    storage.saveFile(at, file);
    return { path: at };
  };

  const files: PhoneFiles = {
    next: [...given],
    pick(count) {
      if (files.next === 'cancel') return 'cancel';
      return files.next.splice(0, count).map((file) => ({
        path: temp(file.name, file.bytes),
        name: file.name,
        size: file.bytes.byteLength,
        width: file.width ?? 0,
        height: file.height ?? 0,
        video: typeOf(file.name).startsWith('video/'),
      }));
    },
    get,
    call(order) {
      if (order.op === 'temp') return { path: temp(order.name, Buffer.from(order.base64, 'base64')) };
      if (order.op === 'write') {
        const before = order.append ? get(order.path) : undefined;
        if (order.append && !before) return { fail: `no such file or directory "${order.path}"` };
        const bytes = Buffer.concat([before?.bytes ?? Buffer.alloc(0), Buffer.from(order.base64, 'base64')]);
        return save(order.path, { name: path.basename(order.path), type: typeOf(order.path), bytes });
      }
      if (order.op === 'list') {
        const folder = order.path.replace(/\/?$/, '/');
        return { names: [...storage.files.keys()].filter((at) => at.startsWith(folder)).map((at) => at.slice(folder.length)) };
      }
      const file = get(order.path);
      if (file === undefined) return { fail: `no such file or directory "${order.path}"` };
      switch (order.op) {
        case 'stat':
          return { size: file.bytes.byteLength };
        case 'read':
          return { base64: partOf(file.bytes, order).toString('base64') };
        case 'copy':
          return save(order.to, { ...file, name: path.basename(order.to) });
        case 'save': {
          const at = order.to ?? `wxfile://store_${storage.files.size + 1}_${file.name}`;
          const saved = save(at, { ...file, name: path.basename(at) });
          if (saved.fail === undefined) temporary.delete(order.path); // WeChat moves it: the temporary path is dead afterwards
          return saved;
        }
        case 'unlink':
          temporary.delete(order.path);
          storage.removeFile(order.path);
          return {};
      }
    },
  };
  return files;
}
