import { residentApi, STAFF_ROLES, staffApi } from '@assist/contracts';
import { expect, it } from 'vitest';
import { every } from './every-endpoint-for-test.ts';
import { rolesOf } from './staff-roles.ts';
import { amongMany } from './walks-for-test.ts';

it('每一条路、每一种人：别人的再多，也不为了回答一次把一张表看一遍', async () => {
  const there = await amongMany();
  const found: string[] = [];
  for (const e of every(residentApi)) if (e.id !== 'signOut') found.push(...(await there.asResident(e)));
  for (const role of STAFF_ROLES)
    for (const e of every(staffApi))
      if (e.id !== 'staffSignOut' && rolesOf(e.id as keyof typeof staffApi).includes(role)) found.push(...(await there.asStaff(e, role)));
  await there.close();
  expect(found).toEqual([]);
}, 300_000);
