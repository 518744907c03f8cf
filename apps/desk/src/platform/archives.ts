import { type ArchiveView, staffApi } from '@assist/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from './api.ts';
import { useCommand } from './use-command.ts';

const archivesKey = ['archives'] as const;
const LOOK_EVERY = 2000;

/** What this clerk asked to be exported; looked at while something is still being written. */
export const useArchives = () =>
  useQuery({
    queryKey: archivesKey,
    queryFn: () => call(staffApi.archives, {}),
    refetchInterval: (query) => (query.state.data?.items.some((one) => one.state === 'writing') ? LOOK_EVERY : false),
    retry: 1,
  });

export type Asked = { readonly kind: 'household'; readonly caseId: string } | { readonly kind: 'inspection' };

/** Asks for one. The key of the act is the id of the export: pressing again after a broken connection is the same export. */
export function useAskArchive() {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (key: string, asked: Asked, reason: string): Promise<ArchiveView> => {
        const made = await call(staffApi.askArchive, { params: { archiveId: key }, body: { ...asked, reason } });
        void queries.invalidateQueries({ queryKey: archivesKey });
        return made;
      },
      [queries],
    ),
  );
}
