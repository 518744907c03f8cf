import type { Context } from '../context.ts';
import { raiseSignal } from '../signal/raise.ts';
import { type AskRow, aboutOfAsk, sentApplication } from './row.ts';

const TASKS: Partial<Record<AskRow['state'], 'relay-refused' | 'relay-unreachable' | 'relay-at-counter' | 'relay-to-confirm'>> = {
  refused: 'relay-refused',
  unreachable: 'relay-unreachable',
  'at-counter': 'relay-at-counter',
  'to-confirm': 'relay-to-confirm',
};

/** Who refuses, is not reached, cannot sign, or signed on somebody else's phone is the township's to ask, once the application is there. */
export async function raiseTownshipTask(tx: Context, ask: AskRow, what?: 'not-agreed'): Promise<void> {
  const kind = what ?? TASKS[ask.state];
  const application = kind && (await sentApplication(tx, ask));
  if (!kind || !application) return;
  await raiseSignal(tx, { kind, officeId: application.officeId, subject: `relay:${ask.id}`, name: aboutOfAsk(tx, ask).name });
}
