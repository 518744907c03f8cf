import { doesTownshipWork, type StaffView, staffApi } from '@assist/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect } from 'react';
import { call, problemOf } from './api.ts';
import { forgetDrafts } from './drafts.ts';
import { signInUrl, whenSignedOut } from './session-end.ts';

const StaffContext = createContext<StaffView | null>(null);

/** Who is signed in. Only inside `SignedIn`. */
export function useStaff(): StaffView {
  const staff = use(StaffContext);
  if (!staff) throw new Error('nobody is signed in here');
  return staff;
}

/** Whether this person may act. An auditor reads only: no button is shown that would be refused. */
export const useMayAct = (): boolean => doesTownshipWork(useStaff().role);

interface SignedInProps {
  readonly children: ReactNode;
  readonly waiting: ReactNode;
  readonly signedOut: ReactNode;
  readonly problem: (error: unknown, again: () => void) => ReactNode;
}

/** Shows the page to whom is signed in. A session that ends in the middle goes to sign in and comes back to the same place. */
export function SignedIn({ children, waiting, signedOut, problem }: SignedInProps) {
  const me = useQuery({ queryKey: ['me'], queryFn: () => call(staffApi.staffMe, {}), staleTime: Number.POSITIVE_INFINITY, retry: false });
  const present = me.data !== undefined;
  useEffect(
    () =>
      present
        ? whenSignedOut.listen(() => window.location.assign(signInUrl(window.location.pathname + window.location.search)))
        : undefined,
    [present],
  );
  if (me.data) return <StaffContext value={me.data}>{children}</StaffContext>;
  if (me.isPending) return waiting;
  return problemOf(me.error).status === 401 ? signedOut : problem(me.error, () => me.refetch());
}

/** Ends the session and leaves nothing of it in this tab. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    const { signOutUrl } = await call(staffApi.staffSignOut, {});
    forgetDrafts();
    queries.clear();
    window.location.replace(signOutUrl ?? '/?signed-out');
  };
}
