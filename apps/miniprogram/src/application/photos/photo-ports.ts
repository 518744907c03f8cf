import type { EvidenceKind, FileView, Result } from '@assist/contracts';
import type { NewId, PhoneStorage } from '../ports.ts';
import type { PhotoEntry } from './photo-entry.ts';
import type { PhotoLook } from './photo-quality.ts';

export interface PhotoToSend {
  readonly id: string;
  readonly path: string;
  readonly about: EvidenceKind;
  readonly sha256?: string;
}

export interface PhotoPorts {
  readonly storage: PhoneStorage;
  readonly newId: NewId;
  readonly signedIn: () => boolean;
  readonly online: () => boolean;
  /** Sends one file, with real progress from 0 to 1. Never throws. */
  readonly upload: (file: PhotoToSend, progress: (part: number) => void) => Promise<Result<FileView>>;
  /** SHA-256 of its bytes: the server's yes to it is the word that they arrived as they were. Nothing where they cannot be read. */
  readonly hash: (entry: PhotoEntry, path: string) => Promise<string | undefined>;
  /** Takes a chosen photo, sealed, to where it outlives the visit. */
  readonly keepFile: (id: string, temporaryPath: string) => Promise<string>;
  /** An address to look at it; nothing when the picture is gone. */
  readonly showFile: (id: string, path: string) => Promise<string | undefined>;
  /** Lays it open at a path for as long as `act` takes. @returns nothing when the picture is gone */
  readonly withFile: <T>(id: string, path: string, act: (openPath: string) => Promise<T>) => Promise<T | undefined>;
  readonly removeFile: (id: string, path: string) => Promise<void>;
  /** Nobody looks at it any more. */
  readonly hideFile: (id: string) => void;
  /** What this phone sees of a picture; it may see nothing. Never throws. */
  readonly look?: (path: string) => Promise<PhotoLook | undefined>;
  readonly deleteAtServer: (id: string) => Promise<Result<unknown>>;
  /** The server confirmed it: it belongs to the form or the answer now. */
  readonly onReceived: (entry: PhotoEntry) => void;
}

export interface ChosenPhoto {
  readonly path: string;
  readonly bytes: number;
}
