/** What is drawn: lines of text on white paper. Lengths in px. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly {
    readonly text: string;
    readonly x: number;
    readonly baseline: number;
    readonly font: string;
    readonly colour: string;
  }[];
}
/** The part of a canvas's context that is needed here; WeChat's and the browser's have it alike. */
export interface Pen {
  font: string;
  fillStyle: unknown;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { readonly width: number };
  scale(x: number, y: number): void;
}
/** Lays the paper out with the pen's own widths. */
export type LayOut = (measure: (text: string, font: string) => number) => Paper;
/** Class of the place where WeChat draws: a page that saves a picture holds a `PictureCanvas`. */
export const PICTURE_CANVAS = 'picture-canvas';
export type Saved = 'saved' | 'refused' | 'given-up' | 'not-possible';

/** So that it is sharp on a phone's screen. */
export const SHARPNESS = 2;

export const layOutWith = (pen: Pen, layOut: LayOut): Paper =>
  layOut((text, font) => {
    pen.font = font;
    return pen.measureText(text).width;
  });

export function drawMarks(pen: Pen, { width, height, marks }: Paper): void {
  pen.scale(SHARPNESS, SHARPNESS);
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  for (const { text, x, baseline, font, colour } of marks) {
    pen.font = font;
    pen.fillStyle = colour;
    pen.fillText(text, x, baseline);
  }
}
