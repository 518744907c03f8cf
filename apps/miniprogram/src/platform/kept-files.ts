import Taro from '@tarojs/taro';

/** Keeps a picture on this phone until it has arrived; WeChat throws temporary files away. @returns its new path */
export async function keepFile(temporary: string, _fileId: string): Promise<string> {
  try {
    return await new Promise<string>((resolve, reject) =>
      Taro.getFileSystemManager().saveFile({ tempFilePath: temporary, success: (r) => resolve(r.savedFilePath), fail: reject }),
    );
  } catch {
    // A full phone: it is sent from where it lies.
    return temporary;
  }
}

/** A path that can be shown and sent. Nothing when the picture is gone. */
export const openKept = async (path: string, _fileId: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().access({ path, success: () => resolve(path), fail: () => resolve(undefined) });
  });

export async function dropKept(path: string, _fileId: string): Promise<void> {
  await new Promise<void>((resolve) => {
    Taro.getFileSystemManager().unlink({ filePath: path, success: () => resolve(), fail: () => resolve() });
  });
}
