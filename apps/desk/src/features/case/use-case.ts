import { type ApplicationView, type CaseView, doesTownshipWork, staffApi } from '@assist/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { call } from '../../platform/api.ts';
import { useStaff } from '../../platform/session.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { caseKey, queueKey } from '../../platform/work.ts';
import type { CorrectionDraft } from './correction-draft.ts';
import { requestOf } from './correction-draft.ts';
import { holdOf } from './gate.ts';

/** One case. Opening it is on record, so it is not fetched again by itself while it is being read. */
export const useCase = (applicationId: string) =>
  useQuery({
    queryKey: caseKey(applicationId),
    queryFn: () => call(staffApi.openCase, { params: { applicationId } }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
    retry: 1,
  });

/** Shows the new state at once, then fetches the rest of the case (gates, trail, clock). */
function useApplied(applicationId: string) {
  const queries = useQueryClient();
  return useCallback(
    async (application: ApplicationView) => {
      queries.setQueryData<CaseView>(caseKey(applicationId), (old) => old && { ...old, application });
      void queries.invalidateQueries({ queryKey: [...queueKey, 'newest'] });
      void queries.invalidateQueries({ queryKey: [...queueKey, 'mine'] });
      await queries.invalidateQueries({ queryKey: caseKey(applicationId) });
      return application;
    },
    [queries, applicationId],
  );
}

/** Tells that the holder has opened it: the resident sees it. Only the holder's first look says so, an auditor's never. */
export function useMarkOpened(view: CaseView | undefined) {
  const staff = useStaff();
  const applicationId = view?.item.applicationId ?? '';
  const applied = useApplied(applicationId);
  const mark = useCommand(
    useCallback(async (_key: string, id: string) => applied(await call(staffApi.markOpened, { params: { applicationId: id } })), [applied]),
  );
  const { run } = mark;
  const due = view !== undefined && doesTownshipWork(staff.role) && holdOf(view, staff) === 'mine' && view.application.state === 'received';
  useEffect(() => {
    if (due) void run(applicationId);
  }, [due, applicationId, run]);
  return mark;
}

export function useAskCorrection(applicationId: string) {
  const applied = useApplied(applicationId);
  return useCommand(
    useCallback(
      async (_key: string, draft: CorrectionDraft) =>
        applied(
          await call(staffApi.askCorrection, { params: { applicationId, correctionId: draft.correctionId }, body: requestOf(draft) }),
        ),
      [applied, applicationId],
    ),
  );
}

export function useAccept(applicationId: string) {
  const applied = useApplied(applicationId);
  return useCommand(
    useCallback(async (_key: string) => applied(await call(staffApi.accept, { params: { applicationId } })), [applied, applicationId]),
  );
}
