import { residentApi, staffApi } from '@assist/contracts';
import { expect, it } from 'vitest';
import { amongMany } from './walks-for-test.ts';

// What is asked most; walks.db.long.ts asks everything, as everybody.
const RESIDENT = [
  'signIn',
  'refresh',
  'me',
  'applications',
  'application',
  'submitApplication',
  'decisions',
  'changes',
  'messages',
] as const;
const CLERK = ['staffMe', 'queue', 'claimNext', 'openCase', 'openChange', 'settleChange', 'settleSignal'] as const;
const CLERK_TOO = ['caseFile', 'run', 'runOfApplication', 'notesOfCase', 'findItems', 'paymentLines', 'paymentDifferences'] as const;

it('问得最多的：别人的再多，也不为了回答一次把一张表看一遍', async () => {
  const there = await amongMany();
  const found: string[] = [];
  for (const id of RESIDENT) found.push(...(await there.asResident(residentApi[id])));
  for (const id of [...CLERK, ...CLERK_TOO]) found.push(...(await there.asStaff(staffApi[id], 'handler')));
  await there.close();
  expect(found).toEqual([]);
}, 60_000);
