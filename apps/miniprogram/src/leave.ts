import type { Problem } from '@assist/contracts';
import { application, forgetApplications } from './application/application';
import { isBare } from './application/change/change-record';
import { forgetAgreement } from './platform/agreement';
import { session } from './platform/api';
import { lastProblem } from './platform/last-problem';
import { forgetLock } from './platform/lock';
import { forgetMessages } from './platform/my-messages';
import { forgetPersona } from './platform/persona';
import { clearKept } from './platform/storage';

/** How many things on this phone have not arrived yet and would be lost with it. */
export function notYetSent(): number {
  const work = application.get();
  if (!work) return 0;
  const { record, server } = work.draft.state();
  const told = work.changes.all().filter((one) => !isBare(one)).length;
  const films = work.videos.waiting().length;
  return (
    told +
    films +
    work.round.waiting() +
    work.photos.waiting().length +
    (work.sender.isUnderWay() || (record && server !== 'saved') ? 1 : 0)
  );
}

/** Signs out everywhere and takes everything of the person off this phone. Without a network it still clears the phone. */
export async function leaveAndClear(): Promise<Problem | undefined> {
  const problem = await session.signOut();
  await session.forget();
  await forgetApplications();
  await clearKept();
  await forgetLock();
  forgetAgreement();
  forgetPersona();
  forgetMessages();
  lastProblem.set(undefined);
  return problem;
}
