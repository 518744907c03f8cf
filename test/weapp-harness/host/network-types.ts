/** A network call of the page, as it crosses to the Node side. Bytes travel as base64. */
export interface TaskOrder {
  readonly id: number;
  readonly kind: 'request' | 'uploadFile' | 'downloadFile';
  readonly url: string;
  readonly method: string;
  readonly header: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly text?: string;
  readonly base64?: string;
  readonly upload?: { readonly filePath: string; readonly name: string; readonly formData: Readonly<Record<string, string>> };
}

export type TaskEvent =
  | { type: 'progress'; sent: number; total: number }
  | { type: 'headers'; statusCode: number; header: Record<string, string> }
  | { type: 'done'; statusCode: number; header: Record<string, string>; cookies: string[]; base64: string; tempFilePath?: string }
  | { type: 'fail'; message: string; errno: number };

/** What a hook sees of a call before it leaves the phone. */
export interface OutgoingCall {
  readonly kind: TaskOrder['kind'];
  readonly method: string;
  /** As the page wrote it, before origins are mapped. */
  readonly url: string;
  /** Path without query. */
  readonly path: string;
  /** 1 for the first call to this method and path in this run, 2 for the next … */
  readonly attempt: number;
}

/**
 * What happens to a call instead of the usual:
 * - `drop`: it never leaves the phone
 * - `lose-answer`: the server gets it whole and answers, and the answer never arrives
 * - `hang`: nothing happens until the timeout or an abort
 * - `cutAfterBytes`: the connection breaks when that much of the body has gone
 * - `answer`: someone else answers, and the server never hears of it
 */
export type NetworkFault =
  | 'drop'
  | 'lose-answer'
  | 'hang'
  | { readonly cutAfterBytes: number }
  | { readonly answer: { readonly status: number; readonly body: string; readonly header?: Record<string, string> } };

/** A delay is the hook's own: it may wait for anything before it answers. */
export type NetworkHook = (call: OutgoingCall) => NetworkFault | undefined | Promise<NetworkFault | undefined>;
