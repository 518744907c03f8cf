/** Where sealed photos lie. Keys are random names of ours; a second store (object storage) fills the same port. */
export interface FileStore {
  /** Answers only after the bytes are safe. */
  write(key: string, bytes: Uint8Array): Promise<void>;
  /** Undefined where there is nothing under that key. */
  read(key: string): Promise<Buffer | undefined>;
  /** Its first bytes, enough to see which key sealed it; where a store has no such thing, all of it is read. */
  readHead?(key: string): Promise<Buffer | undefined>;
  remove(key: string): Promise<void>;
  /** Keys written before that moment, to find what no row knows. */
  olderThan(ms: number): AsyncIterable<string>;
  /** Throws when nothing can be written. */
  check(): Promise<void>;
}
