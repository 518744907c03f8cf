/** A picture as the phone sees it: its size, and where it can be had a small grey copy of it, row by row, 0 black to 255 white. */
export interface PhotoLook {
  readonly width: number;
  readonly height: number;
  readonly grey?: { readonly width: number; readonly height: number; readonly values: ArrayLike<number> };
}
export type PhotoRemark = 'small' | 'dark' | 'blurred';

/** Declared by us, in no document: only what a person would see at once is remarked on. */
const SMALL_PX = 400;
const DARK_MEAN = 45;
/** Variance of the Laplacian of the grey copy: below it there is hardly an edge. */
const BLURRED_BELOW = 12;

export const REMARK_WORDS: Record<PhotoRemark, string> = {
  small: '有点小，字可能看不清',
  dark: '有点暗',
  blurred: '好像有点糊',
};

/** The first thing worth saying about a photo; nothing where it looks well or cannot be measured. It never stops one. */
export function remarkOn({ width, height, grey }: PhotoLook): PhotoRemark | undefined {
  if (Math.min(width, height) < SMALL_PX) return 'small';
  if (!grey) return undefined;
  const { values } = grey;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  if (sum / values.length < DARK_MEAN) return 'dark';
  return edges(grey) < BLURRED_BELOW ? 'blurred' : undefined;
}

function edges({ width, height, values }: NonNullable<PhotoLook['grey']>): number {
  const at = (x: number, y: number) => values[y * width + x] ?? 0;
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const edge = 4 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1);
      count += 1;
      sum += edge;
      squares += edge * edge;
    }
  const mean = sum / Math.max(1, count);
  return squares / Math.max(1, count) - mean * mean;
}
