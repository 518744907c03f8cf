import { closeSync, openSync, readSync } from 'node:fs';

/** A stretch of a file in bytes; `until` may be infinite. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

const NEWLINE = 10;
const ROOM = 1 << 20;

/**
 * The lines of a file that begin within a stretch, without their newline. Stretches that lie side by side give every line once, wherever
 * they are cut. Only from the beginning can something be read that has no places, such as a pipe. Throws what the file system throws.
 */
export function* linesOf(path: string, { from, until }: Stretch, room = ROOM): Generator<string> {
  const file = openSync(path, 'r');
  try {
    // A line begins where the byte before it is a newline: so that one is read as well, and what comes before it is another stretch's.
    let at = Math.max(0, from - 1);
    let skipping = from > 0;
    let buffer = Buffer.allocUnsafe(room);
    let held = 0;
    for (;;) {
      if (held === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
      const read = readSync(file, buffer, held, buffer.length - held, from === 0 ? null : at + held);
      const known = buffer.subarray(0, held + read);
      let begin = 0;
      for (let end = known.indexOf(NEWLINE, held); end !== -1; end = known.indexOf(NEWLINE, begin)) {
        if (skipping) skipping = false;
        else if (at + begin >= until) return;
        else yield known.toString('utf8', begin, end);
        begin = end + 1;
      }
      if (read === 0) {
        if (begin < known.length && !skipping && at + begin < until) yield known.toString('utf8', begin);
        return;
      }
      buffer.copyWithin(0, begin, known.length);
      held = known.length - begin;
      at += begin;
    }
  } finally {
    closeSync(file);
  }
}
