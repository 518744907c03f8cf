import { randomBytes } from './random-bytes';
import { uuidFrom } from './uuid';

/** An id made on this phone, unique for ever: of a draft, a photo, an application, an answer. */
export const newId = async (): Promise<string> => uuidFrom(Date.now(), await randomBytes(10));
