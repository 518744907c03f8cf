import { type ComplaintCase, type ComplaintFinding, type ObjectionCase, staffApi } from '@assist/contracts';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../../platform/api.ts';
import { useCommand } from '../../platform/use-command.ts';
import { useOne } from '../../platform/use-one.ts';
import { queueKey } from '../../platform/work.ts';

const objectionKey = (id: string) => ['objection', id] as const;
const complaintKey = (id: string) => ['complaint', id] as const;

export const useObjection = (objectionId: string) =>
  useOne(objectionKey(objectionId), () => call(staffApi.objection, { params: { objectionId } }));
export const useComplaint = (complaintId: string) =>
  useOne(complaintKey(complaintId), () => call(staffApi.complaint, { params: { complaintId } }));

function useTold() {
  const queries = useQueryClient();
  return useCallback(() => {
    void queries.invalidateQueries({ queryKey: [...queueKey, 'newest'] });
    void queries.invalidateQueries({ queryKey: [...queueKey, 'mine'] });
  }, [queries]);
}

/** The key of the act is the id of the note: pressing again after a broken connection is the same note. */
export function useNoteOnObjection(objectionId: string) {
  const queries = useQueryClient();
  const told = useTold();
  return useCommand(
    useCallback(
      async (key: string, words: string) => {
        const view = await call(staffApi.noteOnObjection, { params: { objectionId, noteId: key }, body: { words } });
        queries.setQueryData<ObjectionCase>(objectionKey(objectionId), view);
        told();
        return view;
      },
      [queries, objectionId, told],
    ),
  );
}

/** The answer is a step of the procedure that the objection is about. */
export function useAnswerObjection({ objectionId, runId }: Pick<ObjectionCase, 'objectionId' | 'runId'>) {
  const queries = useQueryClient();
  const told = useTold();
  return useCommand(
    useCallback(
      async (key: string, reason: string) => {
        const body = { kind: 'objection-answered' as const, objection: objectionId, reason };
        await call(staffApi.recordEvent, { params: { runId, eventId: key }, body });
        told();
        await queries.invalidateQueries({ queryKey: objectionKey(objectionId) });
        return true;
      },
      [queries, objectionId, runId, told],
    ),
  );
}

type Recorded =
  | { readonly kind: 'looked-into'; readonly words: string }
  | { readonly kind: 'answered'; readonly words: string; readonly found: ComplaintFinding };

export function useRecordOnComplaint(complaintId: string) {
  const queries = useQueryClient();
  const told = useTold();
  return useCommand(
    useCallback(
      async (key: string, body: Recorded) => {
        const view = await call(staffApi.recordOnComplaint, { params: { complaintId, eventId: key }, body });
        queries.setQueryData<ComplaintCase>(complaintKey(complaintId), view);
        void queries.invalidateQueries({ queryKey: ['complaints'] });
        told();
        return view;
      },
      [queries, complaintId, told],
    ),
  );
}

export const useComplaints = (answered: boolean) =>
  useInfiniteQuery({
    queryKey: ['complaints', answered],
    queryFn: ({ pageParam }) =>
      call(staffApi.complaints, { query: { answered: answered ? 'yes' : 'no', ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: 1,
  });
