/** What is said outside the database of one sealed batch. */
export interface AuditHead {
  readonly batch: number;
  readonly rows: number;
  /** Hex. */
  readonly hash: string;
  /** ISO moment. */
  readonly sealedAt: string;
}

/** Where the heads of the sealed trail are kept, outside the database: who may change the one should not be able to change the other. */
export interface AuditHeads {
  /** All that were added, oldest first; the same one may stand there twice. */
  read(): Promise<AuditHead[]>;
  /** Number of the newest batch, 0 for none. */
  newest(): Promise<number>;
  add(heads: readonly AuditHead[]): Promise<void>;
}
