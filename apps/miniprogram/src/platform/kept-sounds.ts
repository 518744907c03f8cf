import { dropSealed, keepSealed, withSealed } from './sealed-files';

const ENDING = 'mp3';

/** Keeps what somebody said sealed until it has arrived (`sealed-files`). @returns where, with what opens it */
export const keepSound = async (temporary: string, fileId: string): Promise<string> => (await keepSealed(temporary, fileId, ENDING)).path;

/** Lays it open for as long as `act` sends it. @returns nothing when it is gone */
export const withSound = <T>(path: string, fileId: string, act: (plainPath: string) => Promise<T>): Promise<T | undefined> =>
  withSealed(path, { fileId, ending: ENDING }, act);

/** It arrived, or the person took it away. */
export const dropSound = (path: string, _fileId: string): Promise<void> => dropSealed(path);
