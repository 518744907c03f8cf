export type LocalPostgresProblemCode =
  | 'no-binaries'
  | 'no-account'
  | 'port-taken'
  | 'disk-full'
  | 'in-use'
  | 'foreign-version'
  | 'foreign-owner'
  | 'not-writable'
  | 'did-not-start';

/** Why the local database cannot run: one plain sentence in Chinese and the same in English, each with what to do about it. */
export class LocalPostgresProblem extends Error {
  readonly code: LocalPostgresProblemCode;

  constructor(code: LocalPostgresProblemCode, chinese: string, english: string) {
    super(`${chinese}\n${english}`);
    this.name = 'LocalPostgresProblem';
    this.code = code;
  }
}
