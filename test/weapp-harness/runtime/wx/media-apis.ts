import type { PickedFile } from '../../host/phone-files.ts';
import { assetUrl } from '../asset-url.ts';
import { surfaceOf } from '../built-ins/canvas.ts';
import { bytesToBase64, filesCall, host } from '../host-bridge.ts';
import { asyncApi, WxFail } from './async-api.ts';

async function pick(count: number): Promise<PickedFile[]> {
  const picked = await host.__hostPick(count);
  // Nothing lies on the phone: the person can only go back.
  if (picked === 'cancel' || picked.length === 0) throw new WxFail('cancel');
  return picked;
}

/** Photos and papers of the phone: the files that the test laid there, in their order. */
export function mediaApis(): Record<string, unknown> {
  return {
    chooseMedia: asyncApi('chooseMedia', async ({ count = 9 }) => {
      const picked = await pick(count);
      const tempFiles = picked.map(({ path, size, width, height, video }) => ({
        tempFilePath: path,
        size,
        width,
        height,
        fileType: video ? 'video' : 'image',
      }));
      return { tempFiles, type: tempFiles.every((file) => file.fileType === 'image') ? 'image' : 'mix' };
    }),
    chooseImage: asyncApi('chooseImage', async ({ count = 9 }) => {
      const picked = await pick(count);
      return { tempFilePaths: picked.map((file) => file.path), tempFiles: picked.map(({ path, size }) => ({ path, size })) };
    }),
    chooseMessageFile: asyncApi('chooseMessageFile', async ({ count = 1 }) => ({
      tempFiles: (await pick(count)).map(({ path, name, size }) => ({ path, name, size, type: 'file', time: 0 })),
    })),
    previewImage: asyncApi('previewImage', () => ({})),
    previewMedia: asyncApi('previewMedia', () => ({})),
    openDocument: asyncApi('openDocument', () => ({})),
    getImageInfo: asyncApi('getImageInfo', async ({ src }) => {
      const picture = await load(src);
      return { width: picture.width, height: picture.height, path: src, type: 'jpeg', orientation: 'up' };
    }),
    compressImage: asyncApi('compressImage', async ({ src, quality = 80, compressedWidth }) => {
      const picture = await load(src);
      const width = Math.round(compressedWidth ?? picture.width);
      const canvas = new OffscreenCanvas(width, Math.round((picture.height * width) / picture.width));
      canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const bytes = await (await canvas.convertToBlob({ type: 'image/jpeg', quality: quality / 100 })).arrayBuffer();
      return { tempFilePath: filesCall({ op: 'temp', name: 'compressed.jpg', base64: bytesToBase64(bytes) }).path };
    }),
    createOffscreenCanvas: ({ width = 300, height = 150 }: { width?: number; height?: number } = {}) => {
      const canvas = new OffscreenCanvas(width, height);
      return {
        width,
        height,
        getContext: (kind: '2d') => canvas.getContext(kind),
        // A path of the phone is an address only here.
        createImage: () => {
          const image = new Image();
          const own = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
          Object.defineProperty(image, 'src', { set: (path: string) => own?.set?.call(image, assetUrl(path)) });
          return image;
        },
      };
    },
    canvasToTempFilePath: asyncApi('canvasToTempFilePath', async ({ canvas, fileType = 'png', quality = 1 }) => {
      const surface = surfaceOf(canvas);
      if (surface === undefined) throw new WxFail('canvas is empty');
      const blob = await new Promise<Blob | null>((done) => surface.toBlob(done, fileType === 'jpg' ? 'image/jpeg' : 'image/png', quality));
      if (blob === null) throw new WxFail('canvas has no size');
      return { tempFilePath: filesCall({ op: 'temp', name: `canvas.${fileType}`, base64: bytesToBase64(await blob.arrayBuffer()) }).path };
    }),
    saveImageToPhotosAlbum: asyncApi('saveImageToPhotosAlbum', ({ filePath }) => {
      if (filesCall({ op: 'stat', path: filePath }).fail !== undefined) throw new WxFail('invalid file');
    }),
  };
}

async function load(source: string): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(await (await fetch(assetUrl(source))).blob());
  } catch {
    throw new WxFail('getImageInfo failed');
  }
}
