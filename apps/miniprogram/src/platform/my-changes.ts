import { type ChangeView, type Result, residentApi } from '@assist/contracts';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { useAccount } from './account';
import { api } from './api';
import { type Remote, useRemote } from './use-remote';

/** Changes this account told, newest first; asked for again whenever the page shows. */
export function useMyChanges(): { readonly remote: Remote<readonly ChangeView[]>; readonly reload: () => Promise<void> } {
  const who = useAccount()?.accountId;
  const fetch = async (): Promise<Result<readonly ChangeView[]>> => {
    const answer = await api(residentApi.changes, {});
    if (!answer.ok) return answer;
    return { ...answer, data: [...answer.data].sort((a, b) => Date.parse(b.receipt.toldAt) - Date.parse(a.receipt.toldAt)) };
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
