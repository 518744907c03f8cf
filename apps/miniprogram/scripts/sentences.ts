import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sentencesIn } from './sentences/sentences-in.ts';

// The script for whoever records: `sentences.ts` prints every sentence with its id, `sentences.ts FOLDER` takes the recordings in
// (`<id>.mp3`) and says how much has a voice. The id is made from the words: a sentence that changes wants a new recording.
const root = path.resolve(import.meta.dirname, '..');
const sources = [path.join(root, 'src'), path.resolve(root, '..', '..', 'packages', 'contracts', 'src')].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|gen)\.|-for-test\./.test(file))
    .map((file) => path.join(folder, file)),
);
const found = sources.map((file) => sentencesIn(file, readFileSync(file, 'utf8')));
const fixed = [...new Set(found.flatMap((one) => [...one.fixed]))].sort((a, b) => a.localeCompare(b, 'zh'));
const changing = found.reduce((sum, one) => sum + one.changing, 0);
const idOf = (sentence: string): string => createHash('sha256').update(sentence).digest('hex').slice(0, 12);

const [folder] = process.argv.slice(2);
if (folder) {
  const recorded = new Set(
    readdirSync(folder)
      .filter((file) => file.endsWith('.mp3'))
      .map((file) => file.slice(0, -'.mp3'.length)),
  );
  const clips = fixed.filter((sentence) => recorded.has(idOf(sentence)));
  const lines = clips.map((sentence) => `  ${JSON.stringify(sentence)}: '${idOf(sentence)}',\n`);
  writeFileSync(
    path.join(root, 'src', 'platform', 'clips.gen.ts'),
    `// Machine-written by scripts/sentences.ts from a folder of recordings.\n/** Names of recordings by the sentence that is said in them. */\nexport const CLIPS: Readonly<Record<string, string>> = {${lines.length ? '\n' : ''}${lines.join('')}};\n`,
  );
  console.log(`有录音：${clips.length}／${fixed.length} 句；带名字和数、录不了的 ${changing} 句，只有平台有语音时读得出`);
  const unknown = [...recorded].filter((id) => !fixed.some((sentence) => idOf(sentence) === id));
  if (unknown.length > 0) console.log(`这些录音的句子已经不在了：${unknown.join('、')}`);
} else {
  for (const sentence of fixed) console.log(`${idOf(sentence)}\t${sentence}`);
  console.error(`${fixed.length} 句可以录；带名字和数、录不了的 ${changing} 句`);
}
