// Reads log lines from standard input and says which lines hold something of a person: the line's number and the kind, never the value.
// `node src/search-logs.ts < FILE`. Ends with 1 where there is one.
import { createInterface } from 'node:readline';
import { personalDataIn } from './personal-data.ts';

let at = 0;
let wrong = 0;
for await (const line of createInterface({ input: process.stdin })) {
  at += 1;
  const kinds = personalDataIn(line);
  if (kinds.length === 0) continue;
  wrong += 1;
  process.stdout.write(`${JSON.stringify({ line: at, kinds })}\n`);
}
process.stdout.write(`${JSON.stringify({ lines: at, wrong })}\n`);
process.exitCode = wrong > 0 ? 1 : 0;
