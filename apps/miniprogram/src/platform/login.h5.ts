import { type Problem, problemSentence } from '@assist/contracts';
import { WEB_SIGN_IN } from './build';
import { codeFromSandbox, persona } from './sandbox-phone.h5';

export const canSignIn = (): boolean => WEB_SIGN_IN;

/** The sample resident whose phone this browser is, if any. */
export const loginName = (): string => persona.get() ?? '';

export async function loginCode(): Promise<{ readonly code: string } | { readonly problem: Problem }> {
  if (!WEB_SIGN_IN || !persona.get())
    return {
      problem: { type: 'about:problem/not-signed-in', title: problemSentence('not-signed-in'), status: 401, code: 'not-signed-in' },
    };
  return codeFromSandbox('login-code');
}
