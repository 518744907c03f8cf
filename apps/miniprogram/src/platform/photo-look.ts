import Taro from '@tarojs/taro';

const SIDE = 160;

/** The part of WeChat's canvas out of sight that is needed here; Taro's types leave it out. */
interface Canvas {
  getContext(kind: '2d'): {
    drawImage(image: Picture, x: number, y: number, width: number, height: number): void;
    getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
  } | null;
  createImage(): Picture;
}
interface Picture {
  onload: () => void;
  onerror: () => void;
  src: string;
}

interface Grey {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** Size and, where this WeChat can draw out of sight (base library 2.16.1), a small grey copy of a picture; nothing where it cannot be opened. */
export async function lookAtPhoto(path: string) {
  try {
    const { width, height } = await Taro.getImageInfo({ src: path });
    const grey = await greyCopy(path, width, height).catch(() => undefined);
    return { width, height, ...(grey && { grey }) };
  } catch {
    return undefined;
  }
}

async function greyCopy(path: string, width: number, height: number): Promise<Grey | undefined> {
  const scale = Math.min(1, SIDE / Math.max(width, height));
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const canvas = Taro.createOffscreenCanvas({ type: '2d', ...size }) as unknown as Canvas;
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  const image = canvas.createImage();
  await new Promise<void>((resolve, reject) => {
    image.onload = () => resolve();
    image.onerror = () => reject(new Error('not drawn'));
    image.src = path;
  });
  pen.drawImage(image, 0, 0, size.width, size.height);
  const { data } = pen.getImageData(0, 0, size.width, size.height);
  const values = Uint8Array.from({ length: data.length / 4 }, (_, i) =>
    Math.round(0.299 * (data[4 * i] ?? 0) + 0.587 * (data[4 * i + 1] ?? 0) + 0.114 * (data[4 * i + 2] ?? 0)),
  );
  return { ...size, values };
}
