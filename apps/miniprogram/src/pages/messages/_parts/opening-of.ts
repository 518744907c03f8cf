import type { MessageView } from '@assist/contracts';
import type { RouteName } from '@/routes';

export interface Opening {
  readonly page: RouteName;
  readonly params: Record<string, string>;
}

/** Where a message leads; nothing where it is only told. */
export function openingOf({ kind, subject }: Pick<MessageView, 'subject'> & { readonly kind?: MessageView['kind'] }): Opening | undefined {
  if (kind === 'signed-in-your-name') return { page: 'relaySigned', params: {} };
  if (kind === 'unsent-ending') return { page: 'apply', params: {} };
  if (kind === 'helped-told') return { page: 'helping', params: {} };
  if (kind === 'helper-acted' || kind === 'helper-changed') return { page: 'proxies', params: {} };
  if (!subject) return undefined;
  const params: Record<string, string> = subject.id ? { id: subject.id } : {};
  switch (subject.kind) {
    case 'application':
      return subject.id ? { page: 'progress', params } : { page: 'cases', params: {} };
    case 'change':
      return subject.id ? { page: 'changeProgress', params } : { page: 'cases', params: {} };
    case 'authentication':
      return { page: 'authReceipt', params };
    case 'visit':
      return subject.id ? { page: 'authVisit', params: { visit: subject.id } } : { page: 'auth', params: {} };
    case 'contact-change':
      return { page: 'contact', params: {} };
    case 'decision':
      return subject.id ? { page: 'decision', params } : { page: 'decisions', params: {} };
    // Only who has the number and the secret words sees the answer: the message carries neither.
    case 'voice':
      return { page: 'voiceBack', params: {} };
    case 'door':
      return { page: 'roundTold', params };
    case 'referral':
      return { page: 'referrals', params };
    case 'cross-check':
      return { page: 'checks', params: {} };
    case 'family':
      return { page: 'auth', params: {} };
  }
}
