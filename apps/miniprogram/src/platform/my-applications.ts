import { type ApplicationView, type Result, residentApi } from '@assist/contracts';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { useAccount } from './account';
import { api } from './api';
import { type Remote, useRemote } from './use-remote';

/** What this account sent, newest first; asked for again whenever the page shows. */
export function useMyApplications(): { readonly remote: Remote<readonly ApplicationView[]>; readonly reload: () => Promise<void> } {
  const who = useAccount()?.accountId;
  const fetch = async (): Promise<Result<readonly ApplicationView[]>> => {
    const answer = await api(residentApi.applications, {});
    if (!answer.ok) return answer;
    return { ...answer, data: [...answer.data].sort((a, b) => Date.parse(b.receipt.receivedAt) - Date.parse(a.receipt.receivedAt)) };
  };
  const { remote, reload } = useRemote(fetch);
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
