import { type CaseFile, type KnownHere, staffApi } from '@assist/contracts';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { call } from '../../platform/api.ts';
import { sendFile } from '../../platform/send-file.ts';
import { useCommand } from '../../platform/use-command.ts';
import { useOne } from '../../platform/use-one.ts';

export type Due = 'authentication' | 'review' | 'taper';
export interface Asked {
  readonly due?: Due | undefined;
  readonly registerNumber?: string | undefined;
  readonly kind?: KnownHere<CaseFile['benefits'][number]['kind']> | undefined;
}

const fileKey = (caseId: string) => ['case-file', caseId] as const;

export const useCaseFiles = (asked: Asked) =>
  useInfiniteQuery({
    queryKey: ['case-files', asked],
    queryFn: ({ pageParam }) =>
      call(staffApi.caseFiles, {
        query: {
          ...(asked.due && { due: asked.due }),
          ...(asked.registerNumber && { registerNumber: asked.registerNumber }),
          ...(asked.kind && { kind: asked.kind }),
          ...(pageParam && { cursor: pageParam }),
        },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: 1,
  });

/** The ledger of tapers in figures. */
export const useTaperLedger = () => useQuery({ queryKey: ['taper-ledger'], queryFn: () => call(staffApi.taperLedger, {}), retry: 1 });

export const useCaseFile = (caseId: string) => useOne(fileKey(caseId), () => call(staffApi.caseFile, { params: { caseId } }));

type AtCounter = Parameters<typeof call<typeof staffApi.tellAtCounter>>[1]['body'];

export function useTellAtCounter(caseId: string) {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (key: string, body: AtCounter) => {
        const done = await call(staffApi.tellAtCounter, { params: { changeId: key }, body });
        await queries.invalidateQueries({ queryKey: fileKey(caseId) });
        return done;
      },
      [queries, caseId],
    ),
  );
}

const importsKey = ['imports'] as const;
export const useImports = () => useQuery({ queryKey: importsKey, queryFn: () => call(staffApi.imports, {}), retry: 1 });

const LOOK_EVERY = 1000;
/** One import; while it is being written it is looked at every second. */
export const useImport = (importId: string | null) =>
  useQuery({
    queryKey: ['import', importId],
    queryFn: () => call(staffApi.import, { params: { importId: importId ?? '' } }),
    enabled: importId !== null,
    refetchInterval: (query) => (query.state.data?.state === 'writing' || query.state.data?.state === 'checking' ? LOOK_EVERY : false),
    retry: 1,
  });

/** A command's arguments are compared as text, and a file has none: the file is handed over beside its name, size and day. */
export function useSendImport() {
  const queries = useQueryClient();
  const chosen = useRef<File | null>(null);
  const command = useCommand(
    useCallback(
      async (key: string, fileName: string, _which: string) => {
        const made = await sendFile(staffApi.sendImport, { importId: key }, { fileName }, chosen.current ?? new Blob());
        queries.setQueryData(['import', made.importId], made);
        void queries.invalidateQueries({ queryKey: importsKey });
        return made;
      },
      [queries],
    ),
  );
  const send = (file: File) => {
    chosen.current = file;
    return command.run(file.name, `${file.size} ${file.lastModified}`);
  };
  return { ...command, send };
}

export function useConfirmImport() {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (_key: string, importId: string) => {
        const made = await call(staffApi.confirmImport, { params: { importId } });
        queries.setQueryData(['import', importId], made);
        void queries.invalidateQueries({ queryKey: importsKey });
        return made;
      },
      [queries],
    ),
  );
}
