import { type Problem, STATEMENT_HASHES, STATEMENTS } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { makeDraftStore } from '../draft/draft-store.ts';
import { readReceipts } from '../send/receipts.ts';
import { makeSender } from '../send/sender.ts';
import { withSignature } from '../sign/signatures.ts';
import { type FakePhone, makeFakePhone } from './fake-phone.ts';
import { type FakeServer, makeFakeServer } from './fake-server.ts';

const privacy = {
  version: STATEMENTS['privacy-notice'].version,
  hash: STATEMENT_HASHES['privacy-notice'],
  at: '2026-11-22T10:00:00+08:00',
};

/** The way an application is sent, on this phone, to this server. */
export function openSender(
  phone: FakePhone,
  server: FakeServer,
  is: { identity?: 'none' | 'claimed' | 'unknown'; waiting?: { count: number }; signIn?: Problem } = {},
) {
  const common = { storage: phone.storage, call: server.call, now: phone.now, signedIn: () => true };
  const wasSent = (id: string) => readReceipts(phone.storage).some((r) => r.draftId === id);
  const draft = makeDraftStore({ ...common, newId: phone.newId, later: phone.later, privacyAgreed: () => true, wasSent });
  const sender = makeSender({
    ...common,
    draft,
    identity: () => is.identity ?? 'claimed',
    signIn: async () => is.signIn,
    privacy: () => privacy,
    waitingPhotos: () => is.waiting?.count ?? 0,
  });
  return { draft, sender };
}

export const signedAll = () =>
  (['sensitive-data', 'cross-check', 'truthfulness'] as const).reduce(
    (list, s) => withSignature(list, s, true, '2026-11-22T10:30:00+08:00'),
    [] as ReturnType<typeof withSignature>,
  );

/** A filled household of one, signed. */
export function filled(is: Parameters<typeof openSender>[2] = {}) {
  const phone = makeFakePhone();
  const server = makeFakeServer(phone.now);
  const at = openSender(phone, server, is);
  at.draft.begin();
  at.draft.change((f) => ({ ...f, members: [{ id: 'm1', relation: 'self', name: '李素芬', birthDate: '1958-03-04' as CivilDate }] }));
  at.draft.changeBeside((b) => ({ ...b, signatures: signedAll() }));
  at.draft.flush();
  return { phone, server, ...at };
}
export const submissions = (server: FakeServer) => server.requests.filter((r) => r.path.startsWith('/api/applications'));
