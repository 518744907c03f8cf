import { type Problem, type Result, residentApi } from '@assist/contracts';
import { account } from './account';
import { api } from './api';
import { asksNow, TRIES } from './lock-rule';
import { locked } from './locked';
import { readSetting, writeSetting } from './settings';
import { readKept, removeKept, writeKept } from './storage';
import { sceneOfStart, watchVisits } from './visits';

/** Whether a code is asked for on this phone: known before anything is read. It says nothing about whom. */
const ON = 'own-code-on';
const SEEN = 'last-seen';
/** The code itself lies sealed, so that it can be compared without a network. */
const KEPT = 'own-code';
interface KeptCode {
  readonly code: string;
  readonly wrong: number;
}

const isOn = (): boolean => readSetting<boolean>(ON) === true;
const seen = (): void => writeSetting(SEEN, Date.now());

const unlock = (): void => {
  seen();
  locked.set(false);
};

/** Once, when the app starts. What needs nobody's name (urgent help, phone numbers) stays open. */
export function watchLock(): void {
  const look = (scene?: number) => {
    if (isOn() && asksNow(Date.now(), readSetting<number>(SEEN), scene)) locked.set(true);
  };
  look(sceneOfStart());
  watchVisits(() => locked.get() || seen(), look);
  let asked: string | undefined;
  account.subscribe(() => {
    const id = account.get()?.accountId;
    if (!id || id === asked) return;
    asked = id;
    void meetServer();
  });
}

/** A phone that has not met this code yet asks for it at once. */
async function meetServer(): Promise<void> {
  const answer = await api(residentApi.ownCode, {});
  if (!answer.ok || answer.data.set === isOn()) return;
  writeSetting(ON, answer.data.set);
  if (answer.data.set) locked.set(true);
  else {
    await removeKept(KEPT);
    unlock();
  }
}

export type Tried =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** One try: on this phone where the code lies here, else at the server. */
export async function tryCode(code: string): Promise<Tried> {
  const kept = await readKept<KeptCode>(KEPT);
  if (kept && kept.wrong < TRIES) {
    if (kept.code === code) {
      await writeKept(KEPT, { code, wrong: 0 });
      unlock();
      return { kind: 'right' };
    }
    await writeKept(KEPT, { ...kept, wrong: kept.wrong + 1 });
    return { kind: 'wrong', left: TRIES - kept.wrong - 1 };
  }
  if (kept) return { kind: 'wrong', left: 0 };
  const answer = await api(residentApi.checkOwnCode, { body: { code } });
  if (!answer.ok) return { kind: 'problem', problem: answer.problem };
  if (!answer.data.right) return { kind: 'wrong', left: answer.data.left };
  await writeKept(KEPT, { code, wrong: 0 });
  unlock();
  return { kind: 'right' };
}

/** Sets one's own code, another one, or none. */
export async function setCode(code: string | undefined, before: string | undefined): Promise<Result<{ readonly set: boolean }>> {
  const answer = await api(residentApi.setOwnCode, { body: { ...(code && { code }), ...(before && { before }) } });
  if (!answer.ok) return answer;
  if (code) await writeKept(KEPT, { code, wrong: 0 });
  else await removeKept(KEPT);
  writeSetting(ON, answer.data.set);
  seen();
  return answer;
}

/** 忘了: the last six of one's own paper take it away. */
export async function forgetCode(lastSix: string): Promise<Problem | undefined> {
  const answer = await api(residentApi.forgetOwnCode, { body: { lastSix } });
  if (!answer.ok) return answer.problem;
  await forgetLock();
  return undefined;
}

/** The person leaves this phone: the next one is not asked for a code that is not theirs. */
export async function forgetLock(): Promise<void> {
  writeSetting(ON, false);
  await removeKept(KEPT);
  unlock();
}

export const codeIsOn = isOn;

/** What "leave and clear this phone" does, said by the app: it needs more than this room knows. */
let leave: () => Promise<unknown> = async () => undefined;
export const onLeaving = (act: () => Promise<unknown>): void => {
  leave = act;
};
export const leaveThisPhone = (): Promise<unknown> => leave();
