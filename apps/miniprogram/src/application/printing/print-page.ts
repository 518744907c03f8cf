/** WeChat cannot print by itself; there the words are copied or the screen is kept as a picture. */
export const printPage: (() => void) | undefined = undefined;
