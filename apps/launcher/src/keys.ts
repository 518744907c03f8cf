import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { askBff } from './ask-bff.ts';

/** Fresh development keys by the name of their environment variable, made by the room that knows which it needs. */
const generate = () => askBff<Record<string, string>>('generate-keys');

/**
 * The development keys of this clone: made at the first start, kept ever after, for what they sealed could not be opened with others.
 * Readable by their owner only. A key that a later version wants is added; none is ever replaced.
 */
export async function developmentKeys(
  folder: string,
  wanted: readonly string[],
  fresh: () => Promise<Record<string, string>> = generate,
): Promise<Record<string, string>> {
  const file = path.join(folder, 'keys.json');
  const kept: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  if (wanted.every((name) => kept[name] !== undefined)) return kept;
  const keys = { ...(await fresh()), ...kept };
  mkdirSync(folder, { recursive: true });
  // Renamed into place: a full disk must not cost the keys there are.
  writeFileSync(`${file}.new`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return keys;
}
