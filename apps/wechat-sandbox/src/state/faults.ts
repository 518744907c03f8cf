/**
 * A bad day ordered by a test.
 * - `latency`   waits `ms`, then answers as usual
 * - `reset`     cuts the connection
 * - `errcode`   answers `errcode` in WeChat's form
 * - `html-502`  a gateway's error page
 * - `html-500`  a broken server's error page
 * - `truncated` the first half of the real answer
 * - `nonsense`  JSON that is not what the documents promise
 */
export type FaultKind = 'latency' | 'reset' | 'errcode' | 'html-502' | 'html-500' | 'truncated' | 'nonsense';

export interface Fault {
  readonly kind: FaultKind;
  /** Beginning of the paths it strikes. Default: all. */
  readonly path: string;
  /** How many calls it still strikes; null for until cleared. */
  times: number | null;
  /** The call is carried out first and only its answer is lost: a code is used up. */
  readonly after: boolean;
  readonly errcode: number;
  readonly ms: number;
}

export interface Faults {
  add(fault: Fault): void;
  list(): Fault[];
  clear(): void;
  /** The faults that strike this call, each counted down. Nothing follows the first that decides the answer. */
  strike(path: string): Fault[];
}

export function createFaults(): Faults {
  let kept: Fault[] = [];
  return {
    add: (fault) => void kept.push(fault),
    list: () => kept.map((fault) => ({ ...fault })),
    clear() {
      kept = [];
    },
    strike(path) {
      const struck: Fault[] = [];
      for (const fault of kept) {
        if (!path.startsWith(fault.path)) continue;
        struck.push(fault);
        if (fault.times !== null) fault.times -= 1;
        if (fault.kind !== 'latency') break;
      }
      kept = kept.filter((fault) => fault.times === null || fault.times > 0);
      return struck;
    },
  };
}
