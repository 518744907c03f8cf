import { randomBytes } from './random-bytes';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BYTES = 32;

/** 192 random bits as text: who has it may see what became of something sent without signing in. */
export const newSecret = async (): Promise<string> => [...(await randomBytes(BYTES))].map((byte) => LETTERS[byte & 63]).join('');
