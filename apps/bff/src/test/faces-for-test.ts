import { randomUUID } from 'node:crypto';
import {
  type AuthenticationRole,
  type ConsentAct,
  residentApi,
  STATEMENT_HASHES,
  STATEMENTS,
  type StatementId,
  type Whom,
} from '@assist/contracts';
import { done, type resident, YANGJIAPING } from './people.ts';
import { madeUpNumber } from './register-for-test.ts';

type Someone = Awaited<ReturnType<typeof resident>>;

/** One consent to a statement as it stands today. */
export const consentTo = (statement: StatementId): ConsentAct => ({
  statement,
  version: STATEMENTS[statement].version,
  hash: STATEMENT_HASHES[statement],
});

let order = 0;
/** Somebody nobody else in these tests is, born in 1950. */
export const somebody = (name = '陈秀英') => ({ name, number: madeUpNumber('1950-04-01', ++order) });

/** By name and number, living in 杨家坪. */
export const byName = ({ name, number }: { readonly name: string; readonly number: string }): Whom => ({
  name,
  paper: { kind: 'resident-identity', number },
  residence: { kind: 'chongqing', divisionCode: YANGJIAPING },
});

export const beginFace = (
  who: Someone,
  whom: Whom,
  role: AuthenticationRole = 'self',
  more: object = {},
  faceCheckId: string = randomUUID(),
) =>
  who.call(residentApi.beginFaceCheck, {
    params: { faceCheckId },
    body: { whom, role, consent: consentTo('face'), purpose: 'authentication', ...more },
  });

/** From the consent to WeChat's answer. */
export async function faceOf(who: Someone, whom: Whom, role: AuthenticationRole = 'self', more: object = {}) {
  const { result } = done(await beginFace(who, whom, role, more));
  const { faceCheckId } = result;
  return done(await who.call(residentApi.finishFaceCheck, { params: { faceCheckId } }));
}
