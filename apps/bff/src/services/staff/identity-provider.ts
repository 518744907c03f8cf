/** Who signs staff in (OpenID Connect). A port: the library behind it does the protocol. */
export interface StaffIdentityProvider {
  /**
   * Starts a sign-in. `state`, `nonce` and `verifier` are secrets of this one sign-in.
   * @param raise whether two factors have to be shown now, whatever was shown before
   */
  begin(secrets: SignInSecrets, raise: boolean): Promise<URL>;
  /** Checks what came back. @returns who signed in; undefined where it does not hold */
  finish(callback: URL, secrets: SignInSecrets, raise: boolean): Promise<SignedIn | undefined>;
  /** Where to sign out there too, if it can. */
  signOutUrl(): Promise<string | undefined>;
  /** What the provider says by itself of somebody who left it. @returns undefined where it was not the provider who said it */
  signedOut(token: string): Promise<SignedOut | undefined>;
}

export interface SignedOut {
  readonly issuer: string;
  readonly subject: string;
  /** When it was said, in milliseconds since 1970. */
  readonly at: number;
}

export interface SignedIn {
  readonly issuer: string;
  readonly subject: string;
  /** Whole seconds since two factors were shown; undefined where they were not, or nobody says when. */
  readonly secondFactorAge: number | undefined;
}

export interface SignInSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/**
 * How the provider says that two factors were shown: `acr` by the class that is asked for and answered, `amr` by one of the methods it names.
 * Undefined: no second factor is asked for.
 */
export type SecondFactor = { readonly by: 'acr' | 'amr'; readonly values: readonly string[] } | undefined;
