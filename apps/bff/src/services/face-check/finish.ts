import type { FaceResult } from '@assist/contracts';
import type { Context } from '../context.ts';
import type { Resident } from '../session/authenticate.ts';
import { askWechat } from './ask-wechat.ts';
import { ownFaceCheck } from './row.ts';
import { settleFaceCheck } from './settle.ts';
import { faceResult } from './view.ts';

/** 微信那边走完了: asks WeChat and says what to do. Again is the same, ten times at once too. @throws ServiceProblem `not-found` */
export async function finishFaceCheck(ctx: Context, who: Resident, id: string): Promise<FaceResult> {
  const row = await ownFaceCheck(ctx, who, id);
  // Begun by a process that died before WeChat gave an id: there is nothing to ask yet.
  if (row.over || !row.verifyIdSealed) return faceResult(ctx, row);
  return faceResult(ctx, await settleFaceCheck(ctx, id, await askWechat(ctx, row)));
}
