import { readFile } from 'node:fs/promises';
import { isCivilDate } from '@assist/contracts';
import type { CheckItem } from '@assist/policy-chongqing';
import type { CheckReply, CheckSource } from '../services/cross-check/source.ts';

/** Units of a district as a sample has them. Two of them answer about deaths and about pensions, and may say otherwise. */
const UNITS: readonly { readonly name: string; readonly title: string; readonly items: readonly CheckItem[] }[] = [
  { name: 'public-security', title: '公安（样例）', items: ['registration', 'death', 'vehicles'] },
  { name: 'civil-affairs', title: '民政婚姻殡葬（样例）', items: ['marriage', 'funeral', 'death'] },
  { name: 'tax', title: '税务（样例）', items: ['tax'] },
  { name: 'human-resources', title: '人力社保（样例）', items: ['social-insurance', 'housing-fund-and-pension'] },
  { name: 'real-estate', title: '不动产登记（样例）', items: ['real-estate'] },
  { name: 'market', title: '市场监管（样例）', items: ['businesses'] },
  { name: 'finance', title: '银行、保险、证券（样例）', items: ['deposits', 'insurance-and-securities', 'housing-fund-and-pension'] },
];

interface Line {
  readonly number: string;
  readonly source: string;
  readonly item: string;
  readonly on: string;
  readonly lines: readonly string[];
  /** `slow`: "later" at the first so many asks. `silent`: never an answer. */
  readonly later?: number;
  readonly silent?: boolean;
}

/**
 * Sample sources on this machine only, out of a file with one JSON object a line
 * (`{"number":"…","source":"real-estate","item":"real-estate","on":"2026-11-20","lines":["…"],"later":1}` or `"silent":true`).
 * Of whom no line says anything, each answers that it has nothing, of the day it is asked. No file is nothing on record.
 */
export function sampleCheckSources(file: string, today: () => string): CheckSource[] {
  const asks = new Map<string, number>();
  return UNITS.map((unit) => ({
    ...unit,
    ask: async ({ key, item, person }): Promise<CheckReply> => {
      const lines = await linesOf(file);
      const known = lines.find((one) => one.number === person.number && one.source === unit.name && one.item === item);
      const times = (asks.get(key) ?? 0) + 1;
      asks.set(key, times);
      if (known?.silent || times <= (known?.later ?? 0)) return { kind: 'later' };
      const on = known?.on ?? today();
      return isCivilDate(on) ? { kind: 'answer', on, lines: known?.lines ?? [] } : { kind: 'later' };
    },
  }));
}

async function linesOf(file: string): Promise<Line[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    try {
      return line ? [JSON.parse(line) as Line] : [];
    } catch {
      return [];
    }
  });
}
