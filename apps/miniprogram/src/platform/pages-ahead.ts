/** In WeChat the packages are on the phone, or come ahead by `preloadRule`. */
export const watchPages = (): void => undefined;
