import { type Problem, residentApi } from '@assist/contracts';
import { makeListeners } from '../listeners.ts';
import { dayOf } from '../words/day-and-time.ts';
import type { DraftPorts, DraftState, DraftStore } from './draft-ports.ts';
import { type DraftRecord, isEmpty, isOnServer, newRecord } from './draft-record.ts';
import { forgetDraft, readDraft, writeDraft } from './draft-storage.ts';
import { askedAgain, withoutNumbers } from './kept-numbers.ts';
import { asConflict, openOtherDrafts } from './other-drafts.ts';
import { fetchDraft, saveAtServer, type TheirDraft, wantedOf } from './server-copy.ts';
import { goOnWith, settled, swapped, taken } from './settle.ts';

export type { DraftState, DraftStore } from './draft-ports.ts';

/** Pause in typing after which the server is asked to keep it too, milliseconds. The phone writes at every key: it may be ended at any. */
const SERVER_PAUSE = 1500;

/** The draft of this phone: on the phone at every change, at the server when it can be reached. */
export function makeDraftStore(ports: DraftPorts): DraftStore {
  const { storage, call, now, later } = ports;
  const listeners = makeListeners();
  const made = { newId: ports.newId, now };
  const stored = readDraft(storage, ports.versions);
  let record = stored.kind === 'draft' ? stored.record : undefined;
  const { versions, wasSent = () => false } = ports;
  const here = openOtherDrafts({ storage, record, versions, wasSent });
  let held = 0;
  let newer = stored.kind === 'newer';
  let phone: DraftState['phone'] = 'saved';
  let saving: Promise<void> | undefined;
  let unanswered: DraftRecord | undefined;
  let conflict = nextOther();
  let problem: Problem | undefined;
  let cancelServer: (() => void) | undefined;
  let shown: DraftState | undefined;
  /** Rises when the person leaves, so that an answer to what they asked does not become the next one's. */
  let era = 0;

  function nextOther(): TheirDraft | undefined {
    const other = here.first();
    return other && asConflict(other);
  }
  /** Without a draft, one that lies beside goes on: it is no question any more. */
  function takeUpOther(): void {
    const other = here.first();
    if (record || !other) return;
    record = other;
    here.done();
    conflict = nextOther();
    writePhone();
  }
  const serverState = (): DraftState['server'] => {
    if (!ports.signedIn()) return 'not-signed-in';
    if (saving) return 'saving';
    return record && isOnServer(record) ? 'saved' : 'waiting';
  };
  const tell = () => {
    shown = undefined;
    listeners.tell();
  };

  const writePhone = () => {
    const written = record;
    if (written && phone === 'saved') phone = 'saving';
    if (written)
      void writeDraft(storage, written).then((kept) => {
        if (record !== written) return;
        phone = kept ? 'saved' : 'full';
        tell();
      });
    tell();
  };
  const put = (next: DraftRecord) => {
    record = next;
    phone = 'saving';
    cancelServer?.();
    cancelServer = later(SERVER_PAUSE, () => void saveNow());
    writePhone();
  };
  const edited = (part: Partial<Pick<DraftRecord, 'form' | 'beside'>>) => {
    if (record) put({ ...record, ...part, change: record.change + 1, savedAt: now() });
  };
  const take = (theirs: TheirDraft) => {
    record = taken(record, theirs, made);
    writePhone();
  };

  /** Of numbers that the server has the phone keeps only what it takes to recognise them. */
  const letNumbersGo = () => {
    if (!record || held > 0 || !isOnServer(record)) return;
    const form = withoutNumbers(record.form, dayOf(now()));
    if (form === record.form) return;
    record = { ...record, form };
    writePhone();
  };

  async function save(): Promise<void> {
    const sent = record;
    if (!sent || isOnServer(sent) || conflict || newer || !ports.signedIn()) return;
    const mine = era;
    const answer = await saveAtServer(call, sent, unanswered, ports.versions);
    if (mine !== era) return;
    unanswered = answer.kind === 'problem' ? sent : undefined;
    problem = answer.kind === 'problem' ? answer.problem : undefined;
    if (record?.draftId !== sent.draftId) return;
    if (answer.kind === 'saved') {
      record = { ...record, form: askedAgain(record.form, answer.numbersMissing), server: answer.copy };
      writePhone();
      letNumbersGo();
      if (!isOnServer(record)) cancelServer = later(SERVER_PAUSE, () => void saveNow());
    } else if (answer.kind === 'not-ours') {
      const { server: _theirs, ...rest } = record;
      put({ ...rest, draftId: ports.newId(), applicationId: ports.newId() });
    } else if (answer.kind === 'conflict') conflict = answer.theirs;
    else if (answer.kind === 'newer-version') newer = true;
  }

  function saveNow(): Promise<void> {
    cancelServer?.();
    cancelServer = undefined;
    if (!saving) {
      saving = save().finally(() => {
        saving = undefined;
        tell();
      });
      tell();
    }
    return saving;
  }

  async function meetServer(): Promise<void> {
    if (!ports.signedIn()) return;
    const mine = era;
    const answer = await call(residentApi.drafts, {});
    if (mine !== era) return;
    if (!answer.ok) {
      problem = answer.problem;
      tell();
      return;
    }
    const wanted = wantedOf(answer.data, record, (id) => here.ids().includes(id) || wasSent(id));
    if (!wanted) return saveNow();
    const theirs = await fetchDraft(call, wanted.draftId, ports.versions);
    if (mine !== era) return;
    if ('kind' in theirs) {
      if (theirs.kind === 'newer-version') newer = true;
      else problem = theirs.problem;
      tell();
      return;
    }
    const untouchedHere = !record || isOnServer(record) || isEmpty(record.form);
    if (untouchedHere) take(theirs);
    else if (theirs.draftId === record?.draftId) return saveNow();
    else {
      conflict = theirs;
      tell();
    }
  }

  function finish(): void {
    cancelServer?.();
    cancelServer = undefined;
    record = undefined;
    if (conflict?.here) conflict = undefined;
    forgetDraft(storage);
    tell();
  }

  if (!newer) takeUpOther();
  letNumbersGo();
  return {
    state() {
      shown ??= { record, phone, server: serverState(), conflict, newer, problem };
      return shown;
    },
    subscribe: listeners.add,
    begin() {
      if (!ports.privacyAgreed()) return false;
      if (newer) return false;
      takeUpOther();
      if (!record) {
        record = newRecord(ports.newId, now());
        writePhone();
      }
      return true;
    },
    change: (edit) => record && edited({ form: edit(record.form) }),
    changeBeside: (edit) => record && edited({ beside: edit(record.beside) }),
    flush() {
      if (cancelServer) void saveNow();
    },
    saveNow,
    meetServer,
    settle(which) {
      const theirs = conflict;
      if (!theirs || !record) return;
      const other = theirs.here && here.first();
      if (other) {
        const [chosen, aside] = which === 'mine' ? [record, other] : [other, record];
        here.done();
        conflict = nextOther();
        return put(goOnWith(chosen, aside, now()));
      }
      conflict = undefined;
      put(settled(record, theirs, which, made));
    },
    swapSetAside() {
      if (record?.setAside) put(swapped(record, now()));
    },
    holdNumbers() {
      held += 1;
      let mine = 1;
      return () => {
        held -= mine;
        mine = 0;
        letNumbersGo();
      };
    },
    finish,
    forget() {
      era += 1;
      here.forget();
      unanswered = conflict = problem = undefined;
      newer = false;
      phone = 'saved';
      finish();
    },
    async discard() {
      const id = record?.server && record.draftId;
      finish();
      if (id && ports.signedIn()) await call(residentApi.deleteDraft, { params: { draftId: id } });
    },
  };
}
