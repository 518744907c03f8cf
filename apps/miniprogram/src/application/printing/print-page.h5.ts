/** The browser's own print window. */
export const printPage: (() => void) | undefined = () => window.print();
