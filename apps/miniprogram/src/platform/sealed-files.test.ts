import { beforeEach, expect, test, vi } from 'vitest';

/** WeChat's files as far as a photo meets them; every write is remembered. */
const phone = vi.hoisted(() => ({ files: new Map<string, Uint8Array>(), full: false, addresses: new Map<string, ArrayBuffer>() }));
vi.mock('@tarojs/taro', () => {
  type Call = Record<string, unknown> & { success: (answer: unknown) => void; fail: (reason: unknown) => void };
  const call = (act: (one: Call) => unknown) => (one: Call) => {
    try {
      one.success(act(one) ?? {});
    } catch (error) {
      one.fail(error);
    }
  };
  const at = (path: unknown) => {
    const bytes = phone.files.get(path as string);
    if (!bytes) throw new Error('no such file');
    return bytes;
  };
  const move = (from: unknown, to: unknown) => {
    phone.files.set(to as string, at(from));
    phone.files.delete(from as string);
  };
  const manager = {
    readFile: call(({ filePath, position = 0, length = at(filePath).length }) => ({
      data: at(filePath).slice(position as number, (position as number) + (length as number)).buffer,
    })),
    access: call(({ path }) => void at(path)),
    appendFile: call(({ filePath, data }) => {
      if (phone.full) throw new Error('the maximum size of the file storage limit is exceeded');
      phone.files.set(filePath as string, Uint8Array.from([...at(filePath), ...new Uint8Array(data as ArrayBuffer)]));
    }),
    writeFile: call(({ filePath, data }) => {
      if (phone.full) throw new Error('the maximum size of the file storage limit is exceeded');
      phone.files.set(filePath as string, new Uint8Array(data as ArrayBuffer));
    }),
    saveFile: call(({ tempFilePath, filePath }) => move(tempFilePath, filePath)),
    copyFile: call(({ srcPath, destPath }) => void phone.files.set(destPath as string, at(srcPath))),
    rename: call(({ oldPath, newPath }) => move(oldPath, newPath)),
    unlink: call(({ filePath }) => {
      at(filePath);
      phone.files.delete(filePath as string);
    }),
    readdir: call(() => ({ files: [...phone.files.keys()].filter((p) => p.startsWith('usr/')).map((p) => p.slice(4)) })),
  };
  const createBufferURL = (buffer: ArrayBuffer) => {
    const address = `memory:${phone.addresses.size + 1}`;
    phone.addresses.set(address, buffer);
    return address;
  };
  return {
    default: {
      env: { USER_DATA_PATH: 'usr' },
      getFileSystemManager: () => manager,
      getRandomValues: async ({ length }: { length: number }) => ({ randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer }),
      createBufferURL,
      revokeBufferURL: (address: string) => phone.addresses.delete(address),
    },
  };
});

const PHOTO = Uint8Array.from({ length: 150_000 }, (_, i) => (i * 7 + (i >> 7)) & 255);
const isThePhoto = (bytes: Uint8Array | undefined): boolean => bytes !== undefined && Buffer.from(PHOTO).equals(Buffer.from(bytes));
const names = () => [...phone.files.keys()];
/** What a run of the mini-program knows; a second one knows only what lies on the phone. */
const started = async () => {
  vi.resetModules();
  return import('./kept-photos.ts');
};

beforeEach(() => {
  phone.files = new Map([['tmp/1', PHOTO]]);
  phone.addresses = new Map();
  phone.full = false;
});

test('留下的只有封着的一份：微信的临时文件也没了；钥匙不在文件里', async () => {
  const app = await started();
  const path = await app.keepPhoto('tmp/1', 'a');
  expect(names()).toEqual(['usr/sealed-a']);
  expect(Buffer.from(phone.files.get('usr/sealed-a') as Uint8Array).includes(Buffer.from(PHOTO.subarray(1000, 1064)))).toBe(false);
  expect(path).toMatch(/^usr\/sealed-a#[\da-f]{64}$/);
});

test('看是从内存里看；关掉再开也看得到；不看了就从内存拿掉', async () => {
  const path = await (await started()).keepPhoto('tmp/1', 'a');
  phone.addresses.clear();
  const app = await started();
  const address = (await app.showPhoto(path, 'a')) as string;
  expect(isThePhoto(new Uint8Array(phone.addresses.get(address) as ArrayBuffer))).toBe(true);
  expect(await app.showPhoto(path, 'a')).toBe(address);
  expect(names()).toEqual(['usr/sealed-a']);
  app.hidePhoto('a');
  expect(phone.addresses.size).toBe(0);
});

test('送的那一会儿才打开，送完（送坏了也）马上收掉', async () => {
  const path = await (await started()).keepPhoto('tmp/1', 'a');
  const app = await started();
  expect(await app.withPhoto(path, 'a', async (plain) => isThePhoto(phone.files.get(plain)))).toBe(true);
  await expect(app.withPhoto(path, 'a', () => Promise.reject(new Error('cut')))).rejects.toThrow('cut');
  expect(names()).toEqual(['usr/sealed-a']);
});

test('正在送被关掉，留下打开的那份：下次一开就扫掉', async () => {
  const path = await (await started()).keepPhoto('tmp/1', 'a');
  phone.files.set('usr/plain-a.jpg', PHOTO);
  phone.files.set('usr/piece-of-a-video', PHOTO);
  await (await started()).withPhoto(path, 'a', async () => undefined);
  expect(names().sort()).toEqual(['usr/piece-of-a-video', 'usr/sealed-a']);
});

test('手机放满了，封不下：不封也留着，照样送得出去', async () => {
  phone.full = true;
  const path = await (await started()).keepPhoto('tmp/1', 'a');
  expect(names()).toEqual(['usr/unsealed-a.jpg']);
  expect(await (await started()).withPhoto(path, 'a', async (plain) => isThePhoto(phone.files.get(plain)))).toBe(true);
  await (await started()).dropPhoto(path, 'a');
  expect(names()).toEqual([]);
});

test('服务器收到了就拿掉；没了的、被改过的，说没了', async () => {
  const app = await started();
  const path = await app.keepPhoto('tmp/1', 'a');
  app.hidePhoto('a');
  const sealed = phone.files.get('usr/sealed-a') as Uint8Array;
  sealed[500] = (sealed[500] as number) ^ 1;
  expect([await app.showPhoto(path, 'a'), await app.withPhoto(path, 'a', async () => 'sent')]).toEqual([undefined, undefined]);
  await app.dropPhoto(path, 'a');
  expect(names()).toEqual([]);
});

// Longer than one part, and it ends within a piece.
const FILM = Uint8Array.from({ length: 1024 * 1024 + 70_000 }, (_, i) => (i * 11 + (i >> 9)) & 255);
const videos = async () => {
  vi.resetModules();
  return { ...(await import('./kept-videos.ts')), ...(await import('./file-pieces.ts')) };
};

test('视频：先稳稳放下，再一块一块封上；每一块打开都一个字节不差，手机里没有一份是开着的', async () => {
  phone.files = new Map([['tmp/film', FILM]]);
  const app = await videos();
  const plain = await app.keepVideo('tmp/film', 'v');
  expect([plain, names()]).toEqual(['usr/unsealed-v.mp4', ['usr/unsealed-v.mp4']]);
  const path = await app.sealVideo(plain, 'v', FILM.length);
  expect(names()).toEqual(['usr/sealed-v']);
  expect(Buffer.from(phone.files.get('usr/sealed-v') as Uint8Array).includes(Buffer.from(FILM.subarray(2000, 2064)))).toBe(false);
  // Sealed once is enough.
  expect(await app.sealVideo(path, 'v', FILM.length)).toBe(path);
  expect(await app.openVideo(path, 'v')).toBe(path);
  const MB = 1024 * 1024;
  const pieces = await Promise.all([app.readPiece(path, 0, MB), app.readPiece(path, MB, FILM.length - MB)]);
  expect(Buffer.concat(pieces as Uint8Array[]).equals(Buffer.from(FILM))).toBe(true);
  const sent = await app.withPiece(path, MB, FILM.length - MB, async (piece) => Buffer.from(phone.files.get(piece) as Uint8Array));
  expect(sent?.equals(Buffer.from(FILM.subarray(MB)))).toBe(true);
  expect(names()).toEqual(['usr/sealed-v']);
  await app.dropVideo(path, 'v');
  expect([names(), await app.openVideo(path, 'v'), await app.readPiece(path, 0, MB)]).toEqual([[], undefined, undefined]);
});

test('视频没地方封：照原样留着，照样一块一块送得出去；被改过的，说没了', async () => {
  phone.files = new Map([['tmp/film', FILM]]);
  const app = await videos();
  const plain = await app.keepVideo('tmp/film', 'v');
  phone.full = true;
  expect([await app.sealVideo(plain, 'v', FILM.length), names()]).toEqual([plain, [plain]]);
  expect((await app.readPiece(plain, 0, 500))?.length).toBe(500);
  phone.full = false;
  const path = await app.sealVideo(plain, 'v', FILM.length);
  const sealed = phone.files.get('usr/sealed-v') as Uint8Array;
  sealed[500] = (sealed[500] as number) ^ 1;
  expect(await app.readPiece(path, 0, 65_536)).toBeUndefined();
});

test('急事里说的一段话：也封着，送的时候才打开', async () => {
  vi.resetModules();
  const { keepSound, withSound, dropSound } = await import('./kept-sounds.ts');
  const path = await keepSound('tmp/1', 's');
  expect(names()).toEqual(['usr/sealed-s']);
  expect(await withSound(path, 's', async (plain) => [plain, isThePhoto(phone.files.get(plain))])).toEqual(['usr/plain-s.mp3', true]);
  await dropSound(path, 's');
  expect(names()).toEqual([]);
});
