import type { PlatformScope } from '@assist/contracts';
import type { CheckedToken, IssuedToken } from '../../crypto/platform-tokens.ts';

/** Another system, as this installation is configured for it. Nothing of it comes from a request. */
export interface PlatformClient {
  readonly id: string;
  readonly name: string;
  /** Districts whose cases it may know of, 6 digits. */
  readonly districts: readonly string[];
  readonly scopes: readonly PlatformScope[];
  /** Which help it decides about (targets of referrals); without any it hears of no referral. */
  readonly referrals?: readonly string[] | undefined;
  readonly webhook?: {
    readonly url: string;
    /** The first one is new; each signs, so that a receiver may change over. */
    readonly secrets: readonly Buffer[];
    readonly timeoutMs: number;
  };
}

/** What became of a webhook: an HTTP status, or why there was none. */
export type HookAnswer = number | 'timeout' | 'no-answer' | 'redirected';

/** Hands a webhook over, once. Reads nothing of the answer but its status, and follows no redirection. */
export type SendHook = (url: string, headers: Readonly<Record<string, string>>, body: string, timeoutMs: number) => Promise<HookAnswer>;

/** What the services know of other systems; without any configured there is none. */
export interface Platform {
  readonly clients: ReadonlyMap<string, PlatformClient>;
  /** Checks an assertion by the client's own keys (RFC 7523). @returns its id and end, undefined where it does not hold */
  checkAssertion(assertion: string): Promise<{ readonly clientId: string; readonly jti: string; readonly expiresAt: Date } | undefined>;
  issue(clientId: string, scopes: readonly PlatformScope[]): Promise<IssuedToken>;
  check(token: string): Promise<CheckedToken>;
  readonly send: SendHook;
}
