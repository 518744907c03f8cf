import { ACTING_FOR_HEADER, type Client, makeClient } from '@assist/contracts';
import { useAccount } from './account';
import { api, session } from './api';
import { makeStore, useStore } from './store';

/** Whom this phone is filling in for; nobody but oneself otherwise. In memory only: after a restart it is one's own again. */
export interface Acting {
  readonly grantId: string;
  readonly name: string;
}
export const acting = makeStore<Acting | undefined>(undefined);
export const useActing = (): Acting | undefined => useStore(acting);

const clients = new Map<string, Client>();

/** The client that asks in somebody's name; the server looks whether one may. */
export function clientFor(grantId: string | undefined): Client {
  if (!grantId) return api;
  let client = clients.get(grantId);
  if (!client) {
    client = makeClient((request) => session.transport({ ...request, headers: { ...request.headers, [ACTING_FOR_HEADER]: grantId } }));
    clients.set(grantId, client);
  }
  return client;
}

/** Who applies: the account of this phone, or whom it is filled in for. Their papers are not shown to a helper. */
export function useApplicant() {
  const account = useAccount();
  const helped = useActing();
  return helped ? { identity: 'claimed' as const, name: helped.name, helped: true } : account && { ...account, helped: false };
}
