import { type PaymentLineState, staffApi } from '@assist/contracts';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { call } from '../../platform/api.ts';
import { saveFile } from '../../platform/save-file.ts';
import { sendFile } from '../../platform/send-file.ts';
import { useCommand } from '../../platform/use-command.ts';

const listsKey = ['payments'] as const;
const listKey = (listId: string) => ['payment', listId] as const;

export const usePaymentLists = () => useQuery({ queryKey: listsKey, queryFn: () => call(staffApi.paymentLists, {}), retry: 1 });
/** What was given once in a month; nobody's name is fetched before somebody asks for it, nor again by itself. */
export const useGivenOnce = (month: string, asked: boolean) =>
  useQuery({
    queryKey: ['payments-once', month],
    queryFn: () => call(staffApi.oneTimePayments, { params: { month } }),
    enabled: asked,
    refetchOnWindowFocus: false,
    retry: 1,
  });
export const usePaymentList = (listId: string) =>
  useQuery({ queryKey: listKey(listId), queryFn: () => call(staffApi.paymentList, { params: { listId } }), retry: 1 });

/** Names are in it, and each look is on record: nothing is fetched again by itself. */
export const useLines = (listId: string, hash: string, state: PaymentLineState | undefined) =>
  useInfiniteQuery({
    queryKey: [...listKey(listId), 'lines', hash, state ?? ''],
    queryFn: ({ pageParam }) =>
      call(staffApi.paymentLines, { params: { listId }, query: { ...(state && { state }), ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: 1,
  });

export const useDifferences = (listId: string, hash: string) =>
  useInfiniteQuery({
    queryKey: [...listKey(listId), 'differences', hash],
    queryFn: ({ pageParam }) => call(staffApi.paymentDifferences, { params: { listId }, query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    refetchOnWindowFocus: false,
    retry: 1,
  });

/** What every act answers with is the list as it then stands. */
function useAct<A extends readonly unknown[]>(act: (key: string, ...args: A) => Promise<{ readonly listId: string }>) {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (key: string, ...args: A) => {
        try {
          const list = await act(key, ...args);
          queries.setQueryData(listKey(list.listId), list);
          return list;
        } finally {
          // Also where it was refused: somebody else may have gone on, or it was computed anew.
          void queries.invalidateQueries({ queryKey: listsKey });
          void queries.invalidateQueries({ queryKey: ['payment'] });
        }
      },
      [queries, act],
    ),
  );
}

const compute = (_key: string, month: string) => call(staffApi.computePayments, { params: { month } });
const freeze = (_key: string, listId: string, hash: string) => call(staffApi.freezePayments, { params: { listId }, body: { hash } });
const release = (_key: string, listId: string, hash: string) => call(staffApi.releasePayments, { params: { listId }, body: { hash } });
const sendBack = (_key: string, listId: string, reason: string) =>
  call(staffApi.sendPaymentsBack, { params: { listId }, body: { reason } });
const exportList = (_key: string, listId: string) => call(staffApi.exportPayments, { params: { listId } });

export const useCompute = () => useAct(compute);
export const useFreeze = () => useAct(freeze);
export const useRelease = () => useAct(release);
export const useSendBack = () => useAct(sendBack);
export const useExport = () => useAct(exportList);

/** The file is only kept where the clerk puts it. */
export const useSavePaymentFile = () =>
  useCommand(
    useCallback(async (_key: string, listId: string, month: string, encoding: 'gb18030' | 'utf-8') => {
      await saveFile(`/staff/api/payment-lists/${listId}/file?encoding=${encoding}`, `发放清单-${month}.csv`);
      return true;
    }, []),
  );

/** A command's arguments are compared as text, and a file has none: it is handed over beside its name, size and day. */
export function useSendReturn(listId: string) {
  const chosen = useRef<File | null>(null);
  const command = useAct(
    useCallback(
      (key: string, fileName: string, _which: string) =>
        sendFile(staffApi.importPaymentReturn, { listId, returnId: key }, { fileName }, chosen.current ?? new Blob()) as Promise<{
          readonly listId: string;
        }>,
      [listId],
    ),
  );
  const send = (file: File) => {
    chosen.current = file;
    return command.run(file.name, `${file.size} ${file.lastModified}`);
  };
  return { ...command, send };
}
