import { drawMarks, type LayOut, layOutWith, type Saved, SHARPNESS } from './draw-marks';

/** Draws it and hands it to the browser as a file. */
export async function savePicture(name: string, layOut: LayOut): Promise<Saved> {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) return 'not-possible';
  const paper = layOutWith(pen, layOut);
  canvas.width = paper.width * SHARPNESS;
  canvas.height = paper.height * SHARPNESS;
  drawMarks(pen, paper);
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!picture) return 'not-possible';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(picture);
  link.download = `${name}.png`;
  link.click();
  // The browser has begun to read it; by then it may go.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return 'saved';
}
