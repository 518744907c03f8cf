import { localProblem, type Problem } from '@assist/contracts';
import Taro from '@tarojs/taro';

/** Whether this build can sign anybody in. */
export const canSignIn = (): boolean => true;

/** Under which name this phone signs in: WeChat knows who holds it. */
export const loginName = (): string => '';

/** A one-time code by which WeChat will tell the BFF who holds this phone. */
export async function loginCode(): Promise<{ readonly code: string } | { readonly problem: Problem }> {
  try {
    const { code } = await Taro.login({ timeout: 10_000 });
    return code ? { code } : { problem: localProblem('answer-not-understood') };
  } catch {
    return { problem: localProblem('no-network') };
  }
}
