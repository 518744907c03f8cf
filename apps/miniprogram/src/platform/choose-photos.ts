import Taro from '@tarojs/taro';

export interface ChosenPhoto {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** Camera or album. Nothing when the person changed their mind. `refused`: the camera is not allowed. */
export async function choosePhotos(count: number): Promise<{ readonly photos: readonly ChosenPhoto[]; readonly refused: boolean }> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count,
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
    });
    return { photos: tempFiles.map((f) => ({ path: f.tempFilePath, size: f.size })), refused: false };
  } catch (error) {
    const { errMsg = '', errno } = error as { errMsg?: string; errno?: number };
    return { photos: [], refused: errno === 103 || errno === 104 || /auth deny|privacy|not authorized/i.test(errMsg) };
  }
}
