import type { Persona } from './personas.ts';
import { type Delivery, deliverPush } from './pushes.ts';
import type { SentMessage } from './subscriptions.ts';
import type { World } from './world.ts';

/** What every event begins with. */
export function eventOf(world: World, persona: Persona, event: string, more: object): PushedEvent {
  return {
    ToUserName: 'gh_5a5b0000c0ff',
    FromUserName: persona.openid,
    CreateTime: Math.floor(world.clock.now() / 1000),
    MsgType: 'event',
    Event: event,
    ...more,
  };
}

export interface PushedEvent {
  readonly FromUserName: string;
  readonly [field: string]: unknown;
}

/** The person answered WeChat's window. */
export function windowEvent(world: World, persona: Persona, result: Readonly<Record<string, string>>): PushedEvent {
  const items = Object.entries(result)
    .filter(([, answer]) => answer === 'accept' || answer === 'reject')
    .map(([id, answer]) => ({ TemplateId: id, SubscribeStatusString: answer, PopupScene: '0' }));
  return eventOf(world, persona, 'subscribe_msg_popup_event', { List: oneOrMore(items) });
}

/** The person refused in WeChat's settings. */
export function settingsEvent(world: World, persona: Persona, templateId: string): PushedEvent {
  return eventOf(world, persona, 'subscribe_msg_change_event', {
    List: oneOrMore([{ TemplateId: templateId, SubscribeStatusString: 'reject' }]),
  });
}

/** What became of a message that had been taken. */
export function sentEvent(
  world: World,
  persona: Persona,
  message: SentMessage,
  result: { readonly errorCode: string; readonly errorStatus: string },
): PushedEvent {
  const item = { TemplateId: message.templateId, MsgID: message.messageId, ErrorCode: result.errorCode, ErrorStatus: result.errorStatus };
  return eventOf(world, persona, 'subscribe_msg_sent_event', { List: oneOrMore([item]) });
}

/** Hands an event over, where the operator set an address. */
export async function pushEvent(world: World, event: PushedEvent): Promise<Delivery | undefined> {
  if (world.push.target === undefined) return undefined;
  return deliverPush(world.push.target, event, { appid: world.appid, nowMs: world.clock.now(), openid: event.FromUserName });
}

/** An object when there is one item, an array when there are more (protocol §7.3). */
function oneOrMore<T>(items: readonly T[]): T | readonly T[] {
  return items.length === 1 ? (items[0] as T) : items;
}
