import { type ChangeCase, type ChangeView, staffApi } from '@assist/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { call } from '../../platform/api.ts';
import { useStaff } from '../../platform/session.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { useOne } from '../../platform/use-one.ts';
import { queueKey } from '../../platform/work.ts';

const changeKey = (changeId: string) => ['change', changeId] as const;
type Settlement = ChangeCase['settlements'][number];
type Opinion = Parameters<typeof call<typeof staffApi.giveOpinion>>[1]['body'];

export const useChange = (changeId: string) => useOne(changeKey(changeId), () => call(staffApi.openChange, { params: { changeId } }));

/** The new state at once, then the rest (what may be done, trail, marks). */
function useApplied(changeId: string) {
  const queries = useQueryClient();
  return useCallback(
    async (change: ChangeView) => {
      queries.setQueryData<ChangeCase>(changeKey(changeId), (old) => old && { ...old, change });
      await Promise.all([
        queries.invalidateQueries({ queryKey: [...queueKey, 'newest'] }),
        queries.invalidateQueries({ queryKey: [...queueKey, 'mine'] }),
        queries.invalidateQueries({ queryKey: changeKey(changeId) }),
      ]);
      return change;
    },
    [queries, changeId],
  );
}

/** The holder's first look is told to the resident, an auditor's never. */
export function useMarkOpened(one: ChangeCase) {
  const staff = useStaff();
  const { changeId } = one.change.receipt;
  const applied = useApplied(changeId);
  const mark = useCommand(
    useCallback(async (_key: string) => applied(await call(staffApi.markChangeOpened, { params: { changeId } })), [applied, changeId]),
  );
  const { run } = mark;
  const due = one.item.claimedBy?.staffId === staff.staffId && one.change.state === 'received';
  useEffect(() => {
    if (due) void run();
  }, [due, run]);
  return mark;
}

export function useSettle(changeId: string) {
  const applied = useApplied(changeId);
  return useCommand(
    useCallback(
      async (_key: string, as: Settlement, note: string) =>
        applied(await call(staffApi.settleChange, { params: { changeId }, body: { as, note } })),
      [applied, changeId],
    ),
  );
}

export function useOpinion(changeId: string) {
  const applied = useApplied(changeId);
  return useCommand(
    useCallback(
      async (_key: string, body: Opinion) => applied(await call(staffApi.giveOpinion, { params: { changeId }, body })),
      [applied, changeId],
    ),
  );
}
