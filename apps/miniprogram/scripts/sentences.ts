import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { coverageLines, familyOf } from './sentences/coverage.ts';
import { sentencesIn } from './sentences/sentences-in.ts';

// The script for whoever records: `sentences.ts` prints every sentence with its id, and how many have a voice already, page by page;
// `sentences.ts FOLDER` takes the recordings in (`<id>.mp3`). The id is made from the words: a sentence that changes wants a new recording.
const root = path.resolve(import.meta.dirname, '..');
const contracts = path.resolve(root, '..', '..', 'packages', 'contracts', 'src');
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.(test|gen)\.|-for-test\./.test(file),
  );
const read = (folder: string, file: string, family: string) => ({
  family,
  ...sentencesIn(path.join(folder, file), readFileSync(path.join(folder, file), 'utf8')),
});
const src = path.join(root, 'src');
const spoken = [
  ...filesIn(src).map((file) => read(src, file, familyOf(file.split(path.sep).join('/')))),
  ...filesIn(contracts).map((file) => read(contracts, file, 'contracts')),
];
const fixed = [...new Set(spoken.flatMap((one) => [...one.fixed]))].sort((a, b) => a.localeCompare(b, 'zh'));
const idOf = (sentence: string): string => createHash('sha256').update(sentence).digest('hex').slice(0, 12);

const at = path.join(src, 'platform', 'clips.gen.ts');
const entryOf = (sentence: string): string => `  ${JSON.stringify(sentence)}: '${idOf(sentence)}',\n`;

const [folder] = process.argv.slice(2);
if (folder) {
  const recorded = new Set(
    readdirSync(folder)
      .filter((file) => file.endsWith('.mp3'))
      .map((file) => file.slice(0, -'.mp3'.length)),
  );
  const clips = fixed.filter((sentence) => recorded.has(idOf(sentence)));
  const lines = clips.map(entryOf);
  writeFileSync(
    at,
    `// Machine-written by scripts/sentences.ts from a folder of recordings.\n/** Names of recordings by the sentence that is said in them. */\nexport const CLIPS: Readonly<Record<string, string>> = {${lines.length ? '\n' : ''}${lines.join('')}};\n`,
  );
  for (const line of coverageLines(spoken, (sentence) => clips.includes(sentence))) console.log(line);
  const unknown = [...recorded].filter((id) => !fixed.some((sentence) => idOf(sentence) === id));
  if (unknown.length > 0) console.log(`这些录音的句子已经不在了：${unknown.join('、')}`);
} else {
  for (const sentence of fixed) console.log(`${idOf(sentence)}\t${sentence}`);
  // Not among the sentences: the list can be handed on as it is.
  const clips = readFileSync(at, 'utf8');
  for (const line of coverageLines(spoken, (sentence) => clips.includes(entryOf(sentence)))) console.error(line);
}
