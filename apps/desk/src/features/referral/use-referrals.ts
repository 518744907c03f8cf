import { type REFERRAL_ENDS, type ReferralView, staffApi } from '@assist/contracts';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../../platform/api.ts';
import { useCommand } from '../../platform/use-command.ts';
import { queueKey } from '../../platform/work.ts';

const KEY = ['referrals'] as const;

export const useReferrals = (ended: boolean) =>
  useInfiniteQuery({
    queryKey: [...KEY, ended],
    queryFn: ({ pageParam }) =>
      call(staffApi.staffReferrals, { query: { ended: ended ? 'yes' : 'no', ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: 1,
  });

/** One step of a referral, with the words that belong to it. */
export type ReferralAct = 'consent' | 'send' | 'follow' | (typeof REFERRAL_ENDS)[number];

function does(referralId: string, act: ReferralAct, words: string): Promise<ReferralView> {
  const params = { referralId };
  if (act === 'consent') return call(staffApi.consentToReferral, { params, body: { words } });
  if (act === 'send') return call(staffApi.sendReferral, { params, body: { to: words } });
  if (act === 'follow') return call(staffApi.followReferral, { params, body: { words } });
  return call(staffApi.endReferral, { params, body: { end: act, words } });
}

export function useReferralAct() {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (_key: string, referralId: string, act: ReferralAct, words: string) => {
        const view = await does(referralId, act, words);
        await queries.invalidateQueries({ queryKey: KEY });
        void queries.invalidateQueries({ queryKey: queueKey });
        return view;
      },
      [queries],
    ),
  );
}
