const SIDE = 160;

/** Size and a small grey copy of a picture; nothing where this browser cannot draw it. */
export async function lookAtPhoto(path: string) {
  try {
    const bitmap = await createImageBitmap(await (await fetch(path)).blob());
    const { width, height } = bitmap;
    const scale = Math.min(1, SIDE / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    const pen = canvas.getContext('2d');
    pen?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const pixels = pen?.getImageData(0, 0, canvas.width, canvas.height).data;
    bitmap.close();
    return { width, height, ...(pixels && { grey: { width: canvas.width, height: canvas.height, values: greyOf(pixels) } }) };
  } catch {
    return undefined;
  }
}

/** Brightness of each pixel (Rec. 601). */
const greyOf = (rgba: Uint8ClampedArray): Uint8Array =>
  Uint8Array.from({ length: rgba.length / 4 }, (_, i) =>
    Math.round(0.299 * (rgba[4 * i] ?? 0) + 0.587 * (rgba[4 * i + 1] ?? 0) + 0.114 * (rgba[4 * i + 2] ?? 0)),
  );
