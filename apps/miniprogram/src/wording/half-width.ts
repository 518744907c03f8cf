const WIDE = /[！-～　]/g;

/** １３８ＡＢＣ as 138ABC: a Chinese keyboard types digits and letters as wide as characters. Ideographs stay as they are. */
export const halfWidth = (text: string): string =>
  text.replace(WIDE, (c) => (c === '　' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)));
