import { writeArchivePart } from '../services/archive/write-part.ts';
import { afterTold } from '../services/change/find-contradictions.ts';
import { handContactCodeOver } from '../services/contact-change/hand-code-over.ts';
import { applicationChecked, changeChecked } from '../services/delivery/check.ts';
import { findIdentityConflict } from '../services/identity/find-conflict.ts';
import { tellAboutApplication } from '../services/message/tell-resident.ts';
import { addToOutbox, type OutboxKind } from '../services/outbox/add.ts';
import type { OutboxHandler } from '../services/outbox/drain.ts';
import { askForAccounts } from '../services/payment/ask-for-accounts.ts';
import { tellPaid } from '../services/payment/tell-paid.ts';
import { writeBatch } from '../services/register/write-batch.ts';
import { joinRelay } from '../services/relay/after-sent.ts';
import { markAnswered } from '../services/share/answer.ts';

/** What the worker does with each kind of outbox row. */
export const OUTBOX_HANDLERS: Readonly<Record<OutboxKind, OutboxHandler>> = {
  'change-told': async (tx, { changeId = '' }) => {
    const found = await afterTold(tx, changeId);
    await changeChecked(tx, changeId);
    return { kind: 'done', what: `contradictions: ${found}` };
  },
  'send-contact-code': (tx, { codeId = '' }) => handContactCodeOver(tx, codeId),
  'find-identity-conflict': async (tx, { accountId = '', applicationId }) => {
    const made = await findIdentityConflict(tx, accountId);
    if (applicationId) await applicationChecked(tx, applicationId);
    return { kind: 'done', what: `tasks: ${made}` };
  },
  'tell-resident': tellAboutApplication,
  'relay-sent': (tx, { applicationId = '', draftId, grantId }) => joinRelay(tx, applicationId, { draftId, grantId }),
  'share-answered': async (tx, { workItemId = '' }) => ({ kind: 'done', what: (await markAnswered(tx, workItemId)) ? 'marked' : 'closed' }),
  'tell-paid': (tx, { listId = '', after = '0' }) => tellPaid(tx, listId, Number(after)),
  'ask-for-accounts': (tx, { listId = '', after }) => askForAccounts(tx, listId, after),
  'write-archive': async (tx, { archiveId = '' }) => {
    const more = await writeArchivePart(tx, archiveId);
    if (more) await addToOutbox(tx, 'write-archive', { archiveId });
    return { kind: 'done', what: more ? 'part written' : 'written' };
  },
  // One part a row: others get their turn between, and what a kill undoes is one part.
  'write-register-import': async (tx, { importId = '' }) => {
    const more = await writeBatch(tx, importId);
    if (more) await addToOutbox(tx, 'write-register-import', { importId });
    return { kind: 'done', what: more ? 'part written' : 'written' };
  },
};
