import { type SeenAtCounter, staffApi } from '@assist/contracts';
import { useCallback } from 'react';
import { call } from '../../platform/api.ts';
import { useCommand } from '../../platform/use-command.ts';

/** Makes the certificate; after a lost answer it is asked for again under the same id. */
export const usePrintCertificate = (caseId: string) =>
  useCommand(
    useCallback(
      (key: string, memberId: string, seen: SeenAtCounter) =>
        call(staffApi.printCertificate, { params: { certificateId: key }, body: { caseId, memberId, seen } }),
      [caseId],
    ),
  );
