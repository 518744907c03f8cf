import type { CodeKind, PhoneAnswer, PhoneScreen } from '../host/ask-sandbox.ts';
import type { TaskOrder } from '../host/network-types.ts';
import type { FileAnswer, FileOrder, PickedFile } from '../host/phone-files.ts';
import type { StorageAnswer, StorageOrder } from '../host/weapp-storage.ts';

/** What the Node side puts on `window` before the page starts. */
interface HostFunctions {
  __hostStart(order: TaskOrder): Promise<void>;
  __hostAbort(id: number): Promise<void>;
  __hostCode(kind: CodeKind): Promise<string>;
  __hostScreen(screen: PhoneScreen, given: unknown): Promise<PhoneAnswer>;
  __hostPick(count: number): Promise<PickedFile[] | 'cancel'>;
}
export const host = window as unknown as HostFunctions;

/** Blocks until the Node side has done it, as WeChat's Sync calls do: what returned is kept even if the app dies next. */
function callNow<Answer>(path: string, order: unknown): Answer {
  const request = new XMLHttpRequest();
  request.open('POST', path, false);
  request.send(JSON.stringify(order));
  return JSON.parse(request.responseText) as Answer;
}

export const storageCall = (order: StorageOrder): StorageAnswer => callNow('/__storage', order);
export const filesCall = (order: FileOrder): FileAnswer => callNow('/__files', order);

export function bytesToBase64(bytes: ArrayBuffer | Uint8Array): string {
  let binary = '';
  for (const byte of new Uint8Array(bytes as ArrayBuffer)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

export function base64ToBytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

export function textToBase64(text: string): string {
  return bytesToBase64(new TextEncoder().encode(text));
}

export function base64ToText(base64: string): string {
  return new TextDecoder().decode(base64ToBytes(base64));
}
