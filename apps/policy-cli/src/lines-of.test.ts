import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linesOf } from './lines-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'lines-'));
const written = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return { path, size: Buffer.byteLength(text) };
};

describe('the lines of a file', () => {
  it.each([
    ['with a newline at the end', 'one\n二\n\nfour\n', ['one', '二', '', 'four']],
    ['without one', 'one\n二\n\nfour', ['one', '二', '', 'four']],
    ['of one line', 'one', ['one']],
    ['with nothing in it', '', []],
  ])('come once each, wherever the file is cut in three: %s', (name, text, lines) => {
    const { path, size } = written(name, text);
    for (let first = 0; first <= size; first++) {
      for (let second = first; second <= size; second++) {
        const stretches = [
          { from: 0, until: first },
          { from: first, until: second },
          { from: second, until: Number.POSITIVE_INFINITY },
        ].filter(({ from, until }) => from < until);
        // Three bytes of room: every line is longer than that, or ends in the middle of it.
        expect(stretches.flatMap((stretch) => [...linesOf(path, stretch, 3)])).toEqual(lines);
      }
    }
  });
});
