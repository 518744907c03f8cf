import { divisionName, type HandlingOffice, handlingOffices } from '@assist/places';
import type { DivisionCode } from '@assist/policy';
import { sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { officeAreas, offices } from '../db/schema.ts';

const AT_ONCE = 500;

/**
 * Offices and what they handle, from the places package. Phone, address and hours belong to whoever runs this and are left as they are.
 * @returns how many offices there are
 */
export async function loadOffices(db: Database): Promise<number> {
  const all = handlingOffices();
  const names = shortNames(all);
  const rows = all.map((office) => ({
    id: office.id,
    name: office.name,
    shortName: names.get(office.id) as string,
    district: divisionName(office.id.slice(0, 6) as DivisionCode) ?? office.authority.name,
    authorityId: office.authority.id,
    authorityName: office.authority.name,
    live: office.live,
    phone: office.phone,
  }));
  await db.transaction(async (tx) => {
    for (let i = 0; i < rows.length; i += AT_ONCE) {
      const part = rows.slice(i, i + AT_ONCE);
      await tx
        .insert(offices)
        .values(part)
        .onConflictDoUpdate({
          target: offices.id,
          set: {
            name: sql`excluded.name`,
            shortName: sql`excluded.short_name`,
            district: sql`excluded.district`,
            authorityId: sql`excluded.authority_id`,
            authorityName: sql`excluded.authority_name`,
            // A district that was carried to another database stays there (services/district).
            live: sql`excluded.live and not exists (select from districts_elsewhere e where e.district = left(excluded.id, 6))`,
            phone: sql`coalesce(excluded.phone, ${offices.phone})`,
          },
        });
      await tx
        .insert(officeAreas)
        .values(part.map((one) => ({ divisionCode: one.id, officeId: one.id })))
        .onConflictDoNothing();
    }
  });
  return rows.length;
}

/** 杨家坪, 华岩: as one says it in a number. Where two live townships share a name the district stands before it. */
export function shortNames(all: readonly HandlingOffice[]): Map<string, string> {
  const short = (office: HandlingOffice) => (divisionName(office.id) ?? office.name).replace(/(街道|镇|乡)$/, '');
  const used = new Map<string, number>();
  for (const office of all.filter((one) => one.live)) used.set(short(office), (used.get(short(office)) ?? 0) + 1);
  return new Map(
    all.map((office) => {
      const name = short(office);
      const district = (divisionName(office.id.slice(0, 6) as DivisionCode) ?? '').replace(/[区县]$/, '');
      return [office.id, (used.get(name) ?? 0) > 1 ? `${district}${name}` : name];
    }),
  );
}
