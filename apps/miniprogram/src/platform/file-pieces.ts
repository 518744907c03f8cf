import Taro from '@tarojs/taro';

/** Part of a file on this phone. Nothing when it cannot be read. Lengths in bytes. */
export const readPiece = (path: string, from: number, length: number): Promise<Uint8Array | undefined> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().readFile({
      filePath: path,
      position: from,
      length,
      success: ({ data }) => resolve(typeof data === 'string' ? undefined : new Uint8Array(data)),
      fail: () => resolve(undefined),
    });
  });

/** Lays a part of a file aside as a file of its own while `act` sends it: WeChat uploads whole files only. */
export async function withPiece<T>(
  path: string,
  from: number,
  length: number,
  act: (piecePath: string) => Promise<T>,
): Promise<T | undefined> {
  const bytes = await readPiece(path, from, length);
  if (bytes?.length !== length) return undefined;
  const manager = Taro.getFileSystemManager();
  // One at a time: the same name is written over, also what a killed app left.
  const filePath = `${Taro.env.USER_DATA_PATH}/piece-of-a-video`;
  const written = await new Promise<boolean>((resolve) =>
    manager.writeFile({
      filePath,
      data: bytes.buffer as ArrayBuffer,
      encoding: 'binary',
      success: () => resolve(true),
      fail: () => resolve(false),
    }),
  );
  if (!written) return undefined;
  try {
    return await act(filePath);
  } finally {
    manager.unlink({ filePath });
  }
}
