/** Who signs staff in (OpenID Connect). A port: the library behind it does the protocol. */
export interface StaffIdentityProvider {
  /** Starts a sign-in. `state`, `nonce` and `verifier` are secrets of this one sign-in. */
  begin(secrets: SignInSecrets): Promise<URL>;
  /** Checks what came back. @returns issuer and subject of who signed in; undefined where it does not hold */
  finish(callback: URL, secrets: SignInSecrets): Promise<{ readonly issuer: string; readonly subject: string } | undefined>;
  /** Where to sign out there too, if it can. */
  signOutUrl(): Promise<string | undefined>;
}

export interface SignInSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}
