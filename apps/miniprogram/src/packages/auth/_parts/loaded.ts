import { type AuthenticationView, residentApi, type VisitView } from '@assist/contracts';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { useAccount } from '@/platform/account';
import { api } from '@/platform/api';
import { type Remote, useRemote } from '@/platform/use-remote';

interface Loaded<T> {
  readonly remote: Remote<T>;
  readonly reload: () => Promise<void>;
}

/** Asked for when the page opens and whenever it shows again. */
function useShown<T>(loaded: Loaded<T>): Loaded<T> {
  const who = useAccount()?.accountId;
  const first = useRef(true);
  useDidShow(() => {
    if (!first.current) void loaded.reload();
    first.current = false;
  });
  useEffect(() => {
    if (who && !first.current) void loaded.reload();
  }, [who]);
  return loaded;
}

/** Meetings that were asked for or arranged. */
export const useVisits = (): Loaded<VisitView[]> => useShown(useRemote(() => api(residentApi.visits, {})));

/** Proof of when somebody was seen. */
export const useRecords = (): Loaded<AuthenticationView[]> => useShown(useRemote(() => api(residentApi.authentications, {})));
