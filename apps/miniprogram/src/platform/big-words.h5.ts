/** The browser's own text size, 16 px unless someone made it bigger. */
export const phoneHasBigWords = (): boolean => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) >= 20;
