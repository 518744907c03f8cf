import { sampleOffices } from '@assist/places/sample-offices';
import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { offices, staffAccounts } from '../db/schema.ts';
import { SAMPLE_CLERKS, SAMPLE_ISSUER } from './sample-clerks.ts';

/** Invented clerks, phones and hours. Never in production. @param issuer of the identity provider that signs the clerks in */
export async function loadSamples(db: Database, issuer: string = SAMPLE_ISSUER): Promise<void> {
  await db.transaction(async (tx) => {
    for (const { id, phone, hours } of sampleOffices())
      await tx
        .update(offices)
        .set({ phone, hours, sample: true })
        .where(and(eq(offices.id, id), or(isNull(offices.phone), eq(offices.sample, true))));
    await tx
      .insert(staffAccounts)
      .values(SAMPLE_CLERKS.map(({ where: _, villages = [], ...clerk }) => ({ ...clerk, villages: [...villages], issuer, sample: true })))
      .onConflictDoUpdate({
        target: staffAccounts.id,
        set: {
          issuer: sql`excluded.issuer`,
          subject: sql`excluded.subject`,
          name: sql`excluded.name`,
          role: sql`excluded.role`,
          officeId: sql`excluded.office_id`,
          district: sql`excluded.district`,
          villages: sql`excluded.villages`,
        },
      });
  });
}
