import { staffApi } from '@assist/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../../platform/api.ts';
import { useCommand } from '../../platform/use-command.ts';
import { useOne } from '../../platform/use-one.ts';

export const besideKey = (runId: string) => ['run-beside', runId] as const;

/** What stands beside a procedure; read again after every step, for a step may open something. */
export const useBeside = (runId: string, events: number) =>
  useOne([...besideKey(runId), String(events)], () => call(staffApi.runBeside, { params: { runId } }));

/** An act beside a procedure, after which all that stands beside is read again. */
function useAct<A extends readonly unknown[]>(runId: string, act: (key: string, ...args: A) => Promise<unknown>) {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (key: string, ...args: A) => {
        await act(key, ...args);
        await queries.invalidateQueries({ queryKey: besideKey(runId) });
        return true;
      },
      [act, queries, runId],
    ),
  );
}

export interface ToPropose {
  readonly target: string;
  readonly why: string;
  readonly consent?: string;
}

/** The key of the act is the id of the referral: pressing again after a broken connection proposes it once. */
export const usePropose = (runId: string) =>
  useAct(
    runId,
    useCallback((key: string, body: ToPropose) => call(staffApi.proposeReferral, { params: { runId, referralId: key }, body }), [runId]),
  );

export const useAuthorise = (runId: string) =>
  useAct(
    runId,
    useCallback(
      (_key: string, memberId: string, signedOn: string) =>
        call(staffApi.authoriseOnPaper, { params: { runId, memberId }, body: { signedOn: signedOn as never, sawPaper: true } }),
      [runId],
    ),
  );

export const useAnswerDispute = (runId: string) =>
  useAct(
    runId,
    useCallback(
      (_key: string, disputeId: string, words: string) => call(staffApi.answerCheckDispute, { params: { disputeId }, body: { words } }),
      [],
    ),
  );
