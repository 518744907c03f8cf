import { makeClient } from '@assist/contracts';
import { account } from './account';
import { forgetAgreement, hasAgreed } from './agreement';
import { carryAgreement } from './first-words';
import { loginCode } from './login';
import { newId } from './new-id';
import { send } from './send';
import { makeSession } from './session';
import { openDrawerOf, readKept, removeKept, writeKept } from './storage';

const REFRESH_TOKEN = 'refresh-token';

export const session = makeSession({
  send,
  loginCode,
  keep: {
    read: () => readKept<string>(REFRESH_TOKEN),
    write: async (token) => void (await writeKept(REFRESH_TOKEN, token)),
    remove: () => removeKept(REFRESH_TOKEN),
  },
  mayBegin: hasAgreed,
  onAccount: async (a) => {
    // What one person agreed to, another one did not.
    if (a && (await openDrawerOf(a.accountId))) forgetAgreement();
    account.set(a);
  },
  firstWords: carryAgreement,
  newId,
  now: () => Date.now(),
});

/** The typed client: `await api(residentApi.me, {})` gives `{ ok: true, data } | { ok: false, problem }`. It signs in by itself. */
export const api = makeClient(session.transport);
