import { staffApi } from '@assist/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { call } from './api.ts';
import { sendFile } from './send-file.ts';
import { useCommand } from './use-command.ts';
import { queueKey } from './work.ts';

type Registered = Parameters<typeof call<typeof staffApi.registerAuthentication>>[1]['body'];

/** A photo of the paper; its id is made when it is chosen, so that sending it again is the same photo. */
export interface PaperPhoto {
  readonly fileId: string;
  readonly file: File;
}

/** 登记一次见面: photos first, then the record. Its id is made once for one act, so that pressing again is the same authentication. */
export function useRegisterMet() {
  const queries = useQueryClient();
  const chosen = useRef<readonly PaperPhoto[]>([]);
  const command = useCommand(
    useCallback(
      async (key: string, body: Registered) => {
        for (const { fileId, file } of chosen.current) await sendFile(staffApi.uploadStaffFile, { fileId }, {}, file);
        const done = await call(staffApi.registerAuthentication, { params: { authenticationId: key }, body });
        await Promise.all([queries.invalidateQueries({ queryKey: ['case-file'] }), queries.invalidateQueries({ queryKey: queueKey })]);
        return done;
      },
      [queries],
    ),
  );
  const register = (body: Registered, photos: readonly PaperPhoto[]) => {
    chosen.current = photos;
    return command.run({ ...body, ...(photos.length > 0 && { fileIds: photos.map((one) => one.fileId) }) });
  };
  return { ...command, register };
}
