import { randomUUID } from 'node:crypto';
import { type ApplicationForm, residentApi, type Signature, STATEMENT_HASHES, STATEMENTS, type Submission } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import type { BffForTest } from './bff-for-test.ts';

// Numbers that pass GB 11643 and belong to nobody: region 500107, born 1963-03-12 and 1960-01-01.
export const SUFEN = { name: '李素芬', number: '500107196303120022', born: '1963-03-12' as CivilDate };
export const GUOFU = { name: '张国福', number: '500107196001010012', born: '1960-01-01' as CivilDate };

export const YANGJIAPING = '500107001' as DivisionCode;
export const ZHONGSHANLU = '500118001' as DivisionCode;

const sign = (statement: keyof typeof STATEMENTS): Signature => ({
  statement,
  version: STATEMENTS[statement].version,
  hash: STATEMENT_HASHES[statement],
  memberId: 'm1',
  status: 'given',
  at: '2026-11-22T10:00:00+08:00',
});

export const form = (change: Partial<ApplicationForm> = {}): ApplicationForm => ({
  formVersion: 1,
  members: [
    {
      id: 'm1',
      relation: 'self',
      name: '李素芬',
      birthDate: SUFEN.born,
      registration: { kind: 'chongqing', divisionCode: YANGJIAPING },
      livesTogether: true,
      income: [],
    },
    {
      id: 'm2',
      relation: 'spouse',
      name: '张国福',
      birthDate: GUOFU.born,
      registration: { kind: 'chongqing', divisionCode: YANGJIAPING },
      income: [],
    },
  ],
  residence: { kind: 'chongqing', divisionCode: YANGJIAPING },
  area: 'urban',
  photos: [],
  ...change,
});

/** The same household, registered in another township. */
export const formOf = (divisionCode: DivisionCode): ApplicationForm => {
  const base = form();
  return {
    ...base,
    members: base.members.map((m) => ({ ...m, registration: { kind: 'chongqing', divisionCode } })),
    residence: { kind: 'chongqing', divisionCode },
  };
};

export const submission = (change: Partial<Submission> = {}): Submission => ({
  form: form(),
  signatures: [sign('sensitive-data'), sign('cross-check'), sign('truthfulness')],
  ...change,
});

/** Somebody signed in who agreed to the notice and said who they are. */
export async function resident(bff: BffForTest, person: string, who: { name: string; number: string } | null = SUFEN) {
  const signedIn = await bff.residentWith(undefined)(residentApi.signIn, { body: { code: bff.loginCode(person) } });
  if (!signedIn.ok) throw new Error(signedIn.problem.code);
  const { accessToken, refreshToken, account } = signedIn.data;
  const call = bff.residentWith(accessToken);
  const notice = await call(residentApi.giveConsent, {
    params: { statement: 'privacy-notice' },
    body: { version: STATEMENTS['privacy-notice'].version, hash: STATEMENT_HASHES['privacy-notice'] },
  });
  if (!notice.ok) throw new Error(notice.problem.code);
  if (who) {
    const claimed = await call(residentApi.claimIdentity, {
      body: { name: who.name, paper: { kind: 'resident-identity', number: who.number } },
    });
    if (!claimed.ok) throw new Error(JSON.stringify(claimed.problem));
  }
  return {
    call,
    accessToken,
    refreshToken,
    accountId: account.accountId,
    submit: (id: string = randomUUID(), body: Submission = submission()) =>
      call(residentApi.submitApplication, { params: { applicationId: id }, body }),
  };
}

/** The data of a call that has to succeed. */
export function done<T>(
  result: { readonly ok: true; readonly data: T } | { readonly ok: false; readonly problem: { readonly code: string } },
): T {
  if (!result.ok) throw new Error(`problem ${JSON.stringify(result.problem)}`);
  return result.data;
}
