import { type AccountView, makeClient, type Problem, residentApi, STATEMENT_HASHES, STATEMENTS } from '@assist/contracts';
import { account } from './account';
import { hasAgreed } from './agreement';
import { send } from './send';

/**
 * Carries the agreement given on this phone to the account, before anything about the person is sent.
 * @returns what stood in the way
 */
export async function carryAgreement(signedIn: AccountView, authorization: string): Promise<Problem | undefined> {
  if (!hasAgreed()) return undefined;
  const { id, version } = STATEMENTS['privacy-notice'];
  if (signedIn.consents.some((c) => c.statement === id && c.version === version)) return undefined;
  const client = makeClient((request) => send({ ...request, headers: { ...request.headers, authorization } }));
  const answer = await client(residentApi.giveConsent, { params: { statement: id }, body: { version, hash: STATEMENT_HASHES[id] } });
  if (!answer.ok) return answer.problem;
  account.set(answer.data);
  return undefined;
}
