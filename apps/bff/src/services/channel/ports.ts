import type { MessageKind } from '@assist/contracts';

/** What goes out by text message or voice. No name, amount or illness: it may show on a locked screen, or be heard by others. */
export interface Outgoing {
  /** The phone number. */
  readonly to: string;
  /** Which registered template: one for each kind of message, and one for six digits of a second step. */
  readonly template: MessageKind | 'contact-code';
  readonly params: { readonly what: string; readonly code: string };
  /** The same for each try. An adapter hands on one message for one ref, however often it is asked. */
  readonly ref: string;
}

/**
 * What a provider said at once:
 * - `taken`       it tries; a report follows (`deliveryReported`), or does not
 * - `bounced`     it will not arrive: `why` is a code, never words about a person
 * - `retry-later` nothing was taken
 * What an adapter throws counts as no answer: the same ref is asked again.
 */
export type Handed =
  | { readonly kind: 'taken'; readonly providerRef?: string }
  | { readonly kind: 'bounced'; readonly why: string }
  | { readonly kind: 'retry-later'; readonly seconds: number };

/** Port: text messages. */
export interface TextMessages {
  send(message: Outgoing): Promise<Handed>;
}

/** Port: a call that speaks the message. */
export interface VoiceCalls {
  call(message: Outgoing): Promise<Handed>;
}

/** Where no provider is configured: everything bounces at once, so that a person takes over. */
export const noTextMessages: TextMessages = { send: async () => ({ kind: 'bounced', why: 'no-provider' }) };
export const noVoiceCalls: VoiceCalls = { call: async () => ({ kind: 'bounced', why: 'no-provider' }) };

/** What a subscribe message of WeChat is about: the three templates that a person may allow. */
export const TEMPLATE_ABOUTS = ['progress', 'due', 'visit'] as const;
export type TemplateAbout = (typeof TEMPLATE_ABOUTS)[number];
/** Ids of the configured templates; one that is missing means that WeChat is no channel for it. */
export type WechatTemplates = Readonly<Partial<Record<TemplateAbout, string>>>;
