import Taro from '@tarojs/taro';

export interface ChosenVideo {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: 'video/mp4' | 'video/quicktime';
}

/** What the server takes at most. */
const MOST_SECONDS = 60;

/** Camera or album. Nothing when the person changed their mind. `refused`: the camera is not allowed. */
export async function chooseVideo(): Promise<{ readonly video?: ChosenVideo; readonly refused: boolean }> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['video'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
      maxDuration: MOST_SECONDS,
      camera: 'back',
    });
    const [file] = tempFiles;
    if (!file) return { refused: false };
    const mediaType = /\.mov$/i.test(file.tempFilePath) ? 'video/quicktime' : 'video/mp4';
    return { video: { path: file.tempFilePath, size: file.size, mediaType }, refused: false };
  } catch (error) {
    const { errMsg = '', errno } = error as { errMsg?: string; errno?: number };
    return { refused: errno === 103 || errno === 104 || /auth deny|privacy|not authorized/i.test(errMsg) };
  }
}
