import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Composed, compose } from '../../compose.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { resident, YANGJIAPING } from '../../test/people.ts';
import { sweepFiles } from './remove.ts';

let bff: BffForTest;
let one: Composed;
beforeAll(async () => {
  bff = await bffForTest();
  one = compose(bff.config, 'test', () => '', { clock: bff.clock });
});
afterAll(async () => {
  await one.connection.close();
  await bff.close();
});

it('区县搬走以后，留在这边的照片没问过那边就不清；哪一行都不认的照样清', async () => {
  const [sent, nobodys] = [randomUUID(), randomUUID()];
  for (const key of [sent, nobodys]) await one.context.files.write(key, Buffer.from('sealed'));
  const { accountId } = await resident(bff, 'carried');
  await bff.sql`insert into files (id, account_id, office_id, about, media_type, bytes, fingerprint, stored_at, received_at, application_id)
    values (gen_random_uuid(), ${accountId}, ${YANGJIAPING}, 'other', 'image/jpeg', 6, '\\x00', ${sent}, now(), gen_random_uuid())`;
  await bff.sql`insert into districts_elsewhere (district, since) values (${YANGJIAPING.slice(0, 6)}, now())`;
  await bff.sql`select guard_elsewhere()`;
  // Long enough ago that nobody is working on them any more.
  const old = {
    ...one.context,
    files: { ...one.context.files, olderThan: (_: number) => one.context.files.olderThan(Date.now() + 60_000) },
  };
  expect((await sweepFiles(old)).orphans).toBe(1);
  expect([await one.context.files.read(sent), await one.context.files.read(nobodys)]).toEqual([Buffer.from('sealed'), undefined]);
});
