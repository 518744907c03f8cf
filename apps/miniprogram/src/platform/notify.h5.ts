import { answerOf, MOST_TEMPLATES, type NotifyAnswer, noAnswer } from './notify-answer';
import { onSandboxPhone } from './sandbox-phone.h5';

export type { NotifyAnswer } from './notify-answer';

/** A browser has no such window; on a development machine the sandbox stands in for it. */
export async function askToNotify(templateIds: readonly string[]): Promise<NotifyAnswer> {
  const tmplIds = templateIds.slice(0, MOST_TEMPLATES);
  if (tmplIds.length === 0) return noAnswer(undefined);
  const { callback, errCode, result = {} } = await onSandboxPhone('subscribe', { tmplIds });
  return callback === 'success' ? answerOf(tmplIds, result) : noAnswer(errCode);
}
