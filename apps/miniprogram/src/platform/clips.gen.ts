// Machine-written by scripts/sentences.ts from a folder of recordings.
/** Names of recordings by the sentence that is said in them. */
export const CLIPS: Readonly<Record<string, string>> = {};
