import Taro from '@tarojs/taro';
import { drawMarks, type LayOut, layOutWith, type Pen, PICTURE_CANVAS, type Saved, SHARPNESS } from './draw-marks';

interface CanvasNode {
  width: number;
  height: number;
  getContext(kind: '2d'): Pen;
}

const canvasOfThePage = (): Promise<CanvasNode | undefined> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`.${PICTURE_CANVAS}`)
      .fields({ node: true, size: true }, (found) => resolve((found as { node?: CanvasNode } | null)?.node))
      .exec();
  });

/** Draws it and puts it into the phone's album. WeChat asks the person first. */
export async function savePicture(_name: string, layOut: LayOut): Promise<Saved> {
  const canvas = await canvasOfThePage();
  if (!canvas) return 'not-possible';
  const pen = canvas.getContext('2d');
  const paper = layOutWith(pen, layOut);
  // A canvas forgets its pen's settings when its size changes.
  canvas.width = paper.width * SHARPNESS;
  canvas.height = paper.height * SHARPNESS;
  drawMarks(pen, paper);
  try {
    const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: canvas as never, fileType: 'png' });
    await Taro.saveImageToPhotosAlbum({ filePath: tempFilePath });
    return 'saved';
  } catch (error) {
    const { errMsg = '', errno } = error as { errMsg?: string; errno?: number };
    if (errno === 103 || errno === 104 || /auth|privacy|denied/i.test(errMsg)) return 'refused';
    return /cancel/i.test(errMsg) ? 'given-up' : 'not-possible';
  }
}
