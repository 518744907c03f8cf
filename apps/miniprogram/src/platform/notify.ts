import Taro from '@tarojs/taro';
import { answerOf, MOST_TEMPLATES, type NotifyAnswer, noAnswer } from './notify-answer';

export type { NotifyAnswer } from './notify-answer';

/**
 * Lets WeChat ask whether we may send these messages. Call it at once in the handler of a tap, with nothing awaited before:
 * WeChat shows the window only then. One agreement is one message, unless the template is long-term. It never throws.
 *
 * @param templateIds at most three are asked for; one-time and long-term ones cannot be mixed
 */
export async function askToNotify(templateIds: readonly string[]): Promise<NotifyAnswer> {
  const tmplIds = templateIds.slice(0, MOST_TEMPLATES);
  if (tmplIds.length === 0 || typeof Taro.requestSubscribeMessage !== 'function') return noAnswer(undefined);
  try {
    // Taro's type wants another platform's ids as well.
    const option = { tmplIds } as unknown as Parameters<typeof Taro.requestSubscribeMessage>[0];
    return answerOf(tmplIds, { ...(await Taro.requestSubscribeMessage(option)) });
  } catch (error) {
    return noAnswer((error as { errCode?: unknown } | undefined)?.errCode);
  }
}
