/** Puts words on the phone's clipboard. @returns whether it worked */
export { copyText as copyWords } from '@/platform/copy-text';
