import { findIdentityConflict } from '../services/identity/find-conflict.ts';
import { tellAboutApplication } from '../services/message/tell-resident.ts';
import type { OutboxKind } from '../services/outbox/add.ts';
import type { OutboxHandler } from '../services/outbox/drain.ts';

/** What the worker does with each kind of outbox row. */
export const OUTBOX_HANDLERS: Readonly<Record<OutboxKind, OutboxHandler>> = {
  'find-identity-conflict': async (tx, { accountId = '' }) => {
    const made = await findIdentityConflict(tx, accountId);
    return { kind: 'done', what: `tasks: ${made}` };
  },
  'tell-resident': tellAboutApplication,
};
