import { type Result, residentApi } from '@assist/contracts';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { useAccount } from './account';
import { api } from './api';
import { useRemote } from './use-remote';

/** The newest first; asked for again whenever the page shows, and when somebody else is signed in. */
function useSent<T>(ask: () => Promise<Result<readonly T[]>>, at: (one: T) => string) {
  const who = useAccount()?.accountId;
  const { remote, reload } = useRemote(async (): Promise<Result<readonly T[]>> => {
    const answer = await ask();
    return answer.ok ? { ...answer, data: [...answer.data].sort((a, b) => Date.parse(at(b)) - Date.parse(at(a))) } : answer;
  });
  const first = useRef(true);
  useDidShow(() => {
    if (!first.current) void reload();
    first.current = false;
  });
  useEffect(() => {
    if (who && !first.current) void reload();
  }, [who]);
  return { remote, reload };
}

/** What this account applied for. */
export const useMyApplications = () =>
  useSent(
    () => api(residentApi.applications, {}),
    ({ receipt }) => receipt.receivedAt,
  );

/** Changes this account told. */
export const useMyChanges = () =>
  useSent(
    () => api(residentApi.changes, {}),
    ({ receipt }) => receipt.toldAt,
  );
