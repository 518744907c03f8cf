import type { FaceCheck } from './face-checks.ts';
import type { Persona } from './personas.ts';
import type { World } from './world.ts';

/** What `wx.requestFacialVerify` does on the phone. The protocol names neither errCode nor text of a failure: the code here is inferred. */
export interface FaceCallback {
  readonly callback: 'success' | 'fail' | 'never';
  readonly errMsg: string;
  readonly errCode: number;
}

const NAME = 'requestFacialVerify';
const never: FaceCallback = { callback: 'never', errMsg: '', errCode: 0 };
const failed = (errCode: number): FaceCallback => ({ callback: 'fail', errMsg: `${NAME}:fail ${errCode}`, errCode });

/** The check runs on this person's phone: it is shown once, within the hour, and only on the phone it was begun for. */
export async function showFaceCheck(world: World, persona: Persona, verifyId: string): Promise<FaceCallback> {
  const check = world.faceChecks.get(verifyId);
  if (check === undefined || world.faceChecks.expired(check)) return failed(10017);
  if (check.openid !== persona.openid) return failed(10041);
  if (check.shown) return failed(10021);
  check.shown = true;
  const order = world.faceChecks.takeOrder(persona.id);
  if (order !== undefined && order.ms > 0) await world.wait(order.ms);
  check.verifyRet = order?.verifyRet ?? honest(world, persona, check);
  check.knownAt = world.clock.now() + (order?.seconds ?? 0) * 1000;
  if (order?.kind === 'dies') return never;
  // Codes from 90000 on come from the phone itself: the check did not run to its end.
  return check.verifyRet >= 90000 ? failed(check.verifyRet) : { callback: 'success', errMsg: `${NAME}:ok`, errCode: 0 };
}

/** Without an order: are name and number one person's, and is it that person's face in front of the phone? */
function honest(world: World, persona: Persona, check: FaceCheck): number {
  const disagreement = world.people.disagree(check.name, check.number);
  if (disagreement !== undefined) return disagreement;
  const inFront = world.inFront.get(persona.id);
  if (inFront === undefined) return 10000;
  return inFront === check.number ? 10000 : 10004;
}
