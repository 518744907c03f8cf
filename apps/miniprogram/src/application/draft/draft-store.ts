import { type DraftForm, FORM_VERSION, type Problem, residentApi } from '@assist/contracts';
import { makeListeners } from '../listeners.ts';
import { dayOf } from '../words/day-and-time.ts';
import type { DraftPorts, DraftState, DraftStore } from './draft-ports.ts';
import { type DraftRecord, isOnServer } from './draft-record.ts';
import { forgetDraft, readDraft, writeDraft } from './draft-storage.ts';
import { askedAgain, withoutNumbers } from './kept-numbers.ts';
import { fetchDraft, saveAtServer, type TheirDraft } from './server-copy.ts';

export type { DraftState, DraftStore } from './draft-ports.ts';

/** Pause in typing after which the server is asked to keep it too, milliseconds. The phone writes at every key: it may be ended at any. */
const SERVER_PAUSE = 1500;

/** The draft of this phone: on the phone at every change, at the server when it can be reached. */
export function makeDraftStore(ports: DraftPorts): DraftStore {
  const { storage, call, now, later } = ports;
  const listeners = makeListeners();
  const stored = readDraft(storage, ports.versions);
  let record = stored.kind === 'draft' ? stored.record : undefined;
  let held = 0;
  let newer = stored.kind === 'newer';
  let phone: DraftState['phone'] = 'saved';
  let saving: Promise<void> | undefined;
  let unanswered: DraftRecord | undefined;
  let conflict: TheirDraft | undefined;
  let problem: Problem | undefined;
  let cancelServer: (() => void) | undefined;
  let shown: DraftState | undefined;
  /** Rises when the person leaves, so that an answer to what they asked does not become the next one's. */
  let era = 0;

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
  const take = (theirs: TheirDraft, rest: Partial<DraftRecord>) => {
    const { draftId, form, beside, revision, savedAt, keptUntil } = theirs;
    const change = (record?.change ?? 0) + 1;
    record = {
      applicationId: record?.draftId === draftId ? record.applicationId : ports.newId(),
      ...rest,
      draftId,
      form,
      beside,
      change,
      savedAt: now(),
      server: { revision, savedAt, keptUntil, change },
    };
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
    const known = record && answer.data.find((d) => d.draftId === record?.draftId);
    const isOpen = (id: string) => id !== record?.draftId && !record?.declined?.includes(id) && !ports.wasSent?.(id);
    const others = answer.data.filter((d) => isOpen(d.draftId));
    const newest = [...others].sort((a, b) => Date.parse(b.savedAt) - Date.parse(a.savedAt))[0];
    const wanted = known ? (known.revision === record?.server?.revision ? undefined : known) : record?.server ? undefined : newest;
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
    if (untouchedHere) take(theirs, {});
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
    forgetDraft(storage);
    tell();
  }

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
      if (!record) {
        record = {
          draftId: ports.newId(),
          applicationId: ports.newId(),
          form: { formVersion: FORM_VERSION, members: [{ id: 'm1', relation: 'self', name: '' }], photos: [] },
          beside: {},
          change: 1,
          savedAt: now(),
        };
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
      conflict = undefined;
      const { form, beside, savedAt, draftId, declined = [] } = record;
      if (which === 'theirs') {
        take(theirs, { setAside: { form, beside, savedAt } });
        return;
      }
      const setAside = { form: theirs.form, beside: theirs.beside, savedAt: Date.parse(theirs.savedAt) };
      const { revision, savedAt: at, keptUntil } = theirs;
      if (theirs.draftId === draftId) put({ ...record, setAside, server: { revision, savedAt: at, keptUntil, change: -1 } });
      else put({ ...record, declined: [...declined, theirs.draftId] });
    },
    swapSetAside() {
      if (!record?.setAside) return;
      const { form, beside, savedAt, setAside } = record;
      put({
        ...record,
        form: setAside.form,
        beside: setAside.beside,
        setAside: { form, beside, savedAt },
        change: record.change + 1,
        savedAt: now(),
      });
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

/** Nothing was typed yet: the first member without a word. */
export function isEmpty(form: DraftForm): boolean {
  const { formVersion: _v, members = [], photos = [], ...rest } = form;
  const first = members[0];
  const bare =
    members.length === 0 || (members.length === 1 && first !== undefined && first.name === '' && Object.keys(first).length === 3);
  return bare && photos.length === 0 && Object.values(rest).every((value) => value === undefined);
}
