import { staffApi } from '@assist/contracts';
import { useQuery } from '@tanstack/react-query';
import { call } from './api.ts';

/** Milliseconds between two looks: a call has an hour. */
const LOOK_EVERY = 15_000;
export const urgentKey = ['urgent'] as const;

/** Calls for help without an end, whose hour ends first, first. */
export const useUrgentCalls = () =>
  useQuery({
    queryKey: [...urgentKey, 'list'],
    queryFn: () => call(staffApi.urgentCalls, {}),
    refetchInterval: LOOK_EVERY,
    retry: false,
  });
