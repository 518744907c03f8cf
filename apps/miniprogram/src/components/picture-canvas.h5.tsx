/** A browser draws without a place on the page. */
export const PictureCanvas = () => null;
