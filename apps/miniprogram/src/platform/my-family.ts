import { type Family, type Problem, type Result, residentApi } from '@assist/contracts';
import { useEffect, useState } from 'react';
import { account, useAccount } from './account';
import { api } from './api';
import { makeStore, useStore } from './store';

/** What the register has of this account's household, as the server last said. In memory only. */
const family = makeStore<Family | undefined>(undefined);
let whose: string | undefined;
account.subscribe(() => {
  if (account.get()?.accountId === whose) return;
  whose = account.get()?.accountId;
  family.set(undefined);
});

export interface MyFamily {
  readonly family: Family | undefined;
  /** Why it could not be asked for; what was known before stays. */
  readonly problem: Problem | undefined;
  /** Asked, and answered or not. */
  readonly asked: boolean;
  readonly reload: () => Promise<void>;
}

/** Asks anew, and lets everybody know who looks at it. */
export async function askFamily(): Promise<Result<Family>> {
  const answer = await api(residentApi.family, {});
  if (answer.ok) family.set(answer.data);
  return answer;
}

/** What is known already, without asking. */
export const useKnownFamily = (): Family | undefined => useStore(family);

/** Asked for when a page opens that needs it; shown meanwhile is what is known already. */
export function useMyFamily(): MyFamily {
  const known = useStore(family);
  const who = useAccount()?.accountId;
  const [state, setState] = useState<{ readonly asked: boolean; readonly problem?: Problem }>({ asked: known !== undefined });
  const reload = async (): Promise<void> => {
    const answer = await askFamily();
    setState({ asked: true, ...(!answer.ok && { problem: answer.problem }) });
  };
  useEffect(() => void reload(), [who]);
  return { family: known, problem: state.problem, asked: state.asked, reload };
}
