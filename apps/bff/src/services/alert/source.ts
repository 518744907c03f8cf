/** Another unit whose alerts are fetched. Who pushes signs instead (push.ts). */
export interface AlertSource {
  readonly name: string;
  /**
   * What was added since a place in it, oldest first; the same may come again. Entries are checked against the format by who reads.
   * @param after what an earlier answer gave as `next`; empty at the beginning
   * @param signal ends when we wait no longer
   */
  read(after: string, signal: AbortSignal): Promise<{ readonly alerts: readonly unknown[]; readonly next: string }>;
}
