/**
 * What came back from WeChat's face check on this phone. None of them says whether the person was recognised:
 * whichever it is, the BFF is told that it may look, and what it finds counts.
 * - `finished`    the person went through to the end
 * - `stopped`     they left, or the phone could not: the BFF's answer says what to do
 * - `no-word`     nothing came back; the worker finds out by itself
 * - `not-here`    this phone or this build has no face check
 */
export type FaceEnd = 'finished' | 'stopped' | 'no-word' | 'not-here';

/** A check takes a minute or less; after this long nothing is coming any more. */
const FACE_PATIENCE_MS = 180_000;

/** Waits for the end of a check, but not for ever. */
export function endOf(check: (end: (outcome: FaceEnd) => void) => void): Promise<{ readonly outcome: FaceEnd }> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ outcome: 'no-word' }), FACE_PATIENCE_MS);
    const end = (outcome: FaceEnd) => {
      clearTimeout(timer);
      resolve({ outcome });
    };
    try {
      check(end);
    } catch {
      end('stopped');
    }
  });
}
