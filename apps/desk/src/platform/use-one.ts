import { useQuery } from '@tanstack/react-query';

/** One thing a clerk opens. Opening it is on record, so it is not fetched again by itself while it is being read. */
export const useOne = <T>(key: readonly string[], read: () => Promise<T>) =>
  useQuery({
    queryKey: key,
    queryFn: read,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
    retry: 1,
  });
