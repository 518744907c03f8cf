/**
 * What the person said when WeChat asked whether we may send messages.
 * - `asked`        the window was shown; `accepted` are the templates they agreed to, perhaps none
 * - `switched-off` messages are off altogether in WeChat's settings
 * - `not-asked`    there was no window: no network, or this build has none
 */
export interface NotifyAnswer {
  readonly outcome: 'asked' | 'switched-off' | 'not-asked';
  readonly accepted: readonly string[];
}

/** WeChat's page says five at once, its type declarations three: three work either way. */
export const MOST_TEMPLATES = 3;
const SWITCHED_OFF = 20004;

/** @param said by template: `accept` (also with sound or as an alert), `reject`, `ban`, `filter` */
export function answerOf(templateIds: readonly string[], said: Readonly<Record<string, unknown>>): NotifyAnswer {
  return { outcome: 'asked', accepted: templateIds.filter((id) => String(said[id]).startsWith('accept')) };
}

export function noAnswer(errCode: unknown): NotifyAnswer {
  return { outcome: errCode === SWITCHED_OFF ? 'switched-off' : 'not-asked', accepted: [] };
}
