import { sealedBy } from '../../crypto/field-cipher.ts';
import type { Context } from '../context.ts';
import { keyOf, rowsOfFiles } from './place-rows.ts';
import { SEALED_COLUMNS, SEALED_FILES } from './sealed-places.ts';

/** What one key sealed: how many values or files in each place. */
export interface KeyUsage {
  /** `direct` keys are the configuration's, which sealed by themselves before there were data keys. */
  readonly kind: 'direct' | 'data';
  readonly id: string;
  readonly places: Readonly<Record<string, number>>;
}

const AT_ONCE = 1000;

/** Looks at every sealed value and file and says which key sealed it. Reads everything: minutes for a large city, and the truth. */
export async function keyUsage(ctx: Context): Promise<KeyUsage[]> {
  const found = new Map<string, { kind: KeyUsage['kind']; id: string; places: Record<string, number> }>();
  const count = (head: Uint8Array, place: string, n: number) => {
    const by = sealedBy(head);
    if (!by) return;
    const name = `${by.form}:${by.id}`;
    const one = found.get(name) ?? { kind: by.form === 1 ? 'direct' : 'data', id: by.id, places: {} };
    one.places[place] = (one.places[place] ?? 0) + n;
    found.set(name, one);
  };
  for (const { table, column } of SEALED_COLUMNS) {
    const rows = await ctx.client.begin(async (tx) => {
      await tx`set local statement_timeout = 0`;
      return tx.unsafe<{ head: Buffer; n: number }[]>(
        `select substring(${column} from 1 for 2 + get_byte(${column}, 1)) as head, count(*)::float8 as n from ${table}
         where length(${column}) > 2 group by 1`,
      );
    });
    for (const { head, n } of rows) count(head, `${table}.${column}`, n);
  }
  for (const files of SEALED_FILES) {
    await keyOf(ctx.client, files.table);
    for (let last: readonly string[] | null = null; ; ) {
      const rows = await rowsOfFiles(ctx.client, files, last, AT_ONCE);
      for (const { storedAt } of rows) {
        const head = await (ctx.files.readHead ? ctx.files.readHead(storedAt) : ctx.files.read(storedAt));
        if (head) count(head, `files of ${files.table}`, 1);
      }
      if (rows.length < AT_ONCE) break;
      last = rows.at(-1)?.key ?? null;
    }
  }
  return [...found.values()].sort((a, b) => a.id.localeCompare(b.id));
}
