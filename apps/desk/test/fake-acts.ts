import type { BlackOutReason, ItemNote, NoteSubject, WorkItemView } from '@assist/contracts';
import { queueOf } from './fake-queue.ts';
import { type FakeTown, Refused } from './fake-town.ts';
import { archive } from './fixtures-beside.ts';
import { authenticationItem, authenticationView, CHANGE_ID, caseFile, changeCase, importView } from './fixtures-in-force.ts';
import { handledAs, RUN_ID, runBeside, runView } from './fixtures-run.ts';
import { TAPER_LEDGER, TAPERED } from './fixtures-tapers.ts';

/** What an endpoint of the desk's API answers here, and what it does. */
export function act(town: FakeTown, id: string, params: Record<string, string>, query: URLSearchParams, body: unknown): unknown {
  switch (id) {
    case 'staffMe':
      return town.staff;
    case 'staffSignOut':
      town.staff = null;
      return {};
    case 'queue':
      return queueOf(town, query);
    case 'claimNext': {
      const item = town.items.find((i) => !i.claimedBy && i.state !== 'accepted' && i.state !== 'correction-asked');
      return item
        ? { item: town.change(item.workItemId, { claimedBy: town.hold() }), why: '没人领的里面，本步剩的日子最少' }
        : { item: null, why: '' };
    }
    case 'claimItem':
      return town.change(params.workItemId ?? '', { claimedBy: town.hold() });
    case 'takeItemOver':
      return town.change(params.workItemId ?? '', { claimedBy: town.hold() });
    case 'releaseItem':
      return town.change(params.workItemId ?? '', { claimedBy: undefined });
    case 'settleIdentityConflict': {
      const settled = town.change(params.workItemId ?? '', { claimedBy: undefined });
      town.items = town.items.filter((i) => i !== settled);
      return settled;
    }
    case 'openCase':
      return town.case(params.applicationId ?? '');
    case 'markOpened':
      return town.move(params.applicationId ?? '', 'opened');
    case 'askCorrection':
      return town.ask(params, body as { items: { title: string; reason: string }[] });
    case 'accept':
      return town.move(params.applicationId ?? '', 'accepted');
    case 'issueVerificationCode':
      return { code: 'K7MT4QWX', expiresAt: '2026-11-22T18:00:00+08:00' };
    case 'assistants':
      return town.assistants;
    case 'endAssistant':
      town.assistants = town.assistants.map((one) => ({ ...one, endedAt: '2026-11-22T10:32:00+08:00' }));
      return town.assistants[0];
    case 'uploadStaffFile':
      return { fileId: params.fileId, about: 'other', mediaType: 'image/jpeg', bytes: 3, receivedAt: '2026-11-22T10:32:00+08:00' };
    case 'registerAuthentication':
    case 'staffAuthentication':
      return authenticationView(params.authenticationId ?? '');
    case 'openChange':
      return changeCase(town.itemOf(CHANGE_ID));
    case 'markChangeOpened':
      town.change(town.itemOf(CHANGE_ID).workItemId, { state: 'opened' });
      return { ...changeCase(town.itemOf(CHANGE_ID)).change, state: 'opened' };
    case 'giveOpinion':
      return { ...changeCase(town.change(town.itemOf(CHANGE_ID).workItemId, { state: 'opinion' })).change, state: 'opinion' };
    case 'openAuthenticationItem':
      return authenticationItem(town.items.find((i) => i.workItemId === params.workItemId) as WorkItemView);
    case 'arrangeVisit':
    case 'recordVisit': {
      const {
        why: _why,
        address: _address,
        phone: _phone,
        note: _note,
        ...visit
      } = authenticationItem(town.items[0] as WorkItemView).visit as NonNullable<ReturnType<typeof authenticationItem>['visit']>;
      return { ...visit, ...(id === 'arrangeVisit' ? { ...(body as object), state: 'arranged' } : { state: 'done' }) };
    }
    case 'run':
      return runView(town.itemOf(RUN_ID), town.runMore);
    case 'handleAs': {
      town.runMore = handledAs(body as { procedure: string }, town.runMore);
      town.answers.runBeside = runBeside({ shown: { ...runBeside().shown, title: town.runMore.title } as never });
      return runView(town.itemOf(RUN_ID), town.runMore);
    }
    case 'recordEvent':
      return runView(town.itemOf(RUN_ID), { ended: (body as { kind: string }).kind === 'closed-unchanged' });
    case 'runs':
      return {
        items:
          query.get('ended') === 'yes'
            ? []
            : [
                {
                  runId: RUN_ID,
                  procedure: 'cut',
                  title: '减发',
                  name: '周德明',
                  number: '500107-2019-0381',
                  office: '云岭镇人民政府（样例）',
                  last: { title: '写明理由', on: '2026-11-10' },
                  ended: false,
                },
              ],
        next: null,
      };
    case 'visitsToday':
      return town.visitsToday;
    case 'taperLedger':
      return TAPER_LEDGER;
    case 'caseFiles':
      if (query.get('due') === 'taper') return { items: TAPERED, next: null, total: TAPERED.length };
      return {
        items: [
          {
            caseId: caseFile().caseId,
            registerNumber: caseFile().registerNumber,
            headName: '周德明',
            members: 4,
            kinds: ['subsistence'],
            amount: 198000,
          },
        ],
        next: null,
        total: 1,
      };
    case 'caseFile':
      return caseFile();
    case 'imports':
      return [importView(town.importDone ? { state: 'done', done: 5 } : {})];
    case 'sendImport':
      return importView();
    case 'confirmImport':
      town.importDone = true;
      return importView({ state: 'writing', done: 2 });
    case 'import':
      return importView(town.importDone ? { state: 'done', done: 5 } : {});
    case 'auditTrail':
      return {
        items: [
          { at: '2026-11-22T09:12:00+08:00', who: '罗文静', what: '看照片', object: '云岭 261120-037-K', result: '准' },
          { at: '2026-11-22T09:10:00+08:00', who: '杨帆', what: '打开一件', object: '云岭 261120-039-K', result: '准' },
          { at: '2026-11-22T08:58:00+08:00', who: '外镇的人', what: '打开一件', object: '云岭 261120-037-K', result: '不准' },
        ],
        next: null,
      };
    case 'itemNotes':
      return { items: town.notes.filter((one) => one.about === params.about && one.aboutId === params.aboutId) };
    case 'notesOfCase':
      return { items: town.notes };
    case 'noteOnItem':
      return noted(town, params, body as Pick<ItemNote, 'kind' | 'on' | 'whom' | 'words'>);
    case 'correctNote':
      return amended(town, params, {
        corrected: { words: (body as { words: string }).words, at: '2026-11-22T10:33:00+08:00', who: town.staff?.name ?? '' },
        may: ['black-out'],
      });
    case 'blackOutNote':
      return amended(town, params, {
        whom: '',
        words: '',
        blackedOut: { why: (body as { why: BlackOutReason }).why, at: '2026-11-22T10:34:00+08:00', who: town.staff?.name ?? '' },
        corrected: undefined,
        may: [],
      });
    case 'staffDraft':
      return { body: town.kept.get(params.name ?? '') ?? null };
    case 'keepStaffDraft':
      town.kept.set(params.name ?? '', (body as { body: string }).body);
      return { savedAt: '2026-11-22T10:32:00+08:00' };
    case 'forgetStaffDraft':
      town.kept.delete(params.name ?? '');
      return { forgotten: true };
    case 'askArchive':
      return archive({ ...(body as object), archiveId: params.archiveId ?? '', state: 'writing', total: 1, done: 0, parts: [] });
    default:
      if (!(id in town.answers)) throw new Refused('not-found');
      return town.answers[id as keyof typeof town.answers];
  }
}

function noted(town: FakeTown, params: Record<string, string>, body: Pick<ItemNote, 'kind' | 'on' | 'whom' | 'words'>): ItemNote {
  const note: ItemNote = {
    ...body,
    noteId: params.noteId ?? '',
    about: params.about as NoteSubject,
    aboutId: params.aboutId ?? '',
    at: '2026-11-22T10:32:00+08:00',
    who: town.staff?.name ?? '',
    may: ['correct', 'black-out'],
  };
  town.notes = [note, ...town.notes.filter((one) => one.noteId !== note.noteId)];
  return note;
}

function amended(town: FakeTown, { noteId }: Record<string, string>, change: Partial<ItemNote>): ItemNote | undefined {
  town.notes = town.notes.map((one) => (one.noteId === noteId ? { ...one, ...change } : one));
  return town.notes.find((one) => one.noteId === noteId);
}
