import { type ChangeReceipt, type Problem, type ProblemField, residentApi } from '@assist/contracts';
import { makeListeners } from '../listeners.ts';
import type { Client, NewId, Now, PhoneStorage } from '../ports.ts';
import { same } from '../same.ts';
import { deliver } from '../send/once.ts';
import { dayOf } from '../words/day-and-time.ts';
import { changeReceiptOf, type KeptChange, keepChangeReceipt } from './change-receipts.ts';
import { type ChangeBeside, type ChangeBody, type ChangeDraft, type ChangeRecord, type Lane, newRecord } from './change-record.ts';
import { formOf } from './form-of.ts';

const KEY = 'change.records';

export interface ChangePorts {
  readonly storage: PhoneStorage;
  readonly call: Client;
  readonly now: Now;
  readonly newId: NewId;
  readonly signedIn: () => boolean;
  readonly signIn: () => Promise<Problem | undefined>;
  readonly privacyAgreed: () => boolean;
  /** Confirmed photos of a notice, and how many still wait on the phone. */
  readonly photosOf: (owner: string) => {
    readonly received: readonly {
      readonly id: string;
      readonly about: ChangeBody['form']['photos'][number]['about'];
      readonly memberId?: string;
    }[];
    readonly waiting: number;
  };
  readonly forgetPhotos: (owner: string) => unknown;
}

export type Sending =
  | { readonly kind: 'received'; readonly kept: KeptChange }
  /** It goes by itself as soon as it can. */
  | { readonly kind: 'waits'; readonly problem: Problem }
  | { readonly kind: 'photos'; readonly waiting: number }
  /** The person is needed: `path` of what to look at. */
  | { readonly kind: 'fix'; readonly fields: readonly ProblemField[] };

const PLACE = ['place-unknown', 'place-not-live'];

/** All notices of this phone: those being filled in, and those on their way. */
export function makeChanges(ports: ChangePorts) {
  const { storage, now } = ports;
  const listeners = makeListeners();
  let records = JSON.parse(storage.read(KEY) ?? '[]') as readonly ChangeRecord[];
  let full = false;
  const running = new Map<string, Promise<Sending>>();
  /** Asked to be sent, and waiting for their photos. */
  const held = new Set<string>();
  /** Rises when the person leaves this phone: what comes back afterwards is nobody's here. */
  let era = 0;

  const write = (): Promise<boolean> => {
    return storage.write(KEY, JSON.stringify(records)).then((kept) => {
      if (full === !kept) return kept;
      full = !kept;
      listeners.tell();
      return kept;
    });
  };
  const save = (next: readonly ChangeRecord[]): Promise<boolean> => {
    records = next;
    const written = write();
    listeners.tell();
    return written;
  };
  const record = (changeId: string) => records.find((r) => r.changeId === changeId);
  const put = (changeId: string, part: Partial<ChangeRecord>): Promise<boolean> =>
    save(records.map((r) => (r.changeId === changeId ? { ...r, ...part } : r)));
  const edit = (changeId: string, change: (one: ChangeRecord) => Partial<ChangeRecord>) => {
    records = records.map((r) => (r.changeId === changeId ? { ...r, ...change(r), savedAt: now() } : r));
    void write();
    listeners.tell();
  };

  /** Whose household it is, where nobody could ask yet: the only one of this account is meant. */
  async function withHousehold(one: ChangeRecord): Promise<ChangeRecord> {
    const { caseId, personName } = one.draft;
    if (caseId !== undefined || personName?.trim()) return one;
    const answer = await ports.call(residentApi.family, {});
    const only = answer.ok && answer.data.cases.length === 1 ? answer.data.cases[0]?.caseId : undefined;
    if (only === undefined) return one;
    // What was said meanwhile stays said.
    const latest = record(one.changeId) ?? one;
    const draft = { ...latest.draft, caseId: only };
    await put(one.changeId, { draft });
    return { ...latest, draft };
  }

  async function run(changeId: string): Promise<Sending> {
    const kept = changeReceiptOf(storage, changeId);
    if (kept) {
      await finish(changeId);
      return { kind: 'received', kept };
    }
    if (!record(changeId)) return { kind: 'fix', fields: [] };
    const mine = era;
    const waits = async (problem: Problem): Promise<Sending> => {
      if (mine === era) await put(changeId, { problem });
      return { kind: 'waits', problem };
    };
    const fix = async (fields: readonly ProblemField[], problem?: Problem): Promise<Sending> => {
      // Back in the hands of the person; contents that may have arrived stay known.
      if (mine === era) await put(changeId, { askedAt: undefined, fields, problem });
      return { kind: 'fix', fields };
    };
    if (!ports.signedIn()) {
      const problem = await ports.signIn();
      if (problem) return waits(problem);
    }
    const first = record(changeId);
    if (!first) return { kind: 'fix', fields: [] };
    const one = await withHousehold(first);
    const photos = ports.photosOf(changeId);
    if (photos.waiting > 0 && !one.withoutPhotos) {
      held.add(changeId);
      return { kind: 'photos', waiting: photos.waiting };
    }
    held.delete(changeId);
    const formNow = (said: ChangeRecord) =>
      formOf(
        said,
        photos.received.map(({ id, about, memberId }) => ({ fileId: id, about, ...(memberId !== undefined && { memberId }) })),
        dayOf(now()),
      );
    const made = formNow(one);
    if (!made.ok) return fix(made.fields);
    const body: ChangeBody = { form: made.form };
    const delivery = await deliver<ChangeBody, ChangeReceipt>(
      {
        send: (id, content) => ports.call(residentApi.submitChange, { params: { changeId: id }, body: content }),
        keep: async ({ bodies }) => mine === era && put(changeId, { bodies }),
      },
      { id: changeId, bodies: one.bodies, startedAt: one.askedAt ?? now() },
      body,
    );
    if (mine !== era) return { kind: 'fix', fields: [] };
    if (delivery.kind === 'not-known') return waits(delivery.problem);
    if (delivery.kind === 'refused') {
      const { problem } = delivery;
      if (PLACE.includes(problem.code)) return fix([{ path: 'residence', sentence: problem.title }], problem);
      if (problem.fields?.length) return fix(problem.fields, problem);
      return problem.status === 422 ? fix([], problem) : waits(problem);
    }
    // Said while it was on its way: the receipt is honest about it.
    const last = formNow(record(changeId) ?? one);
    const receipt: KeptChange = {
      receipt: delivery.receipt,
      earlierContent: !(last.ok && same(delivery.body.form, last.form)),
      photosLeft: photos.waiting,
      ...(one.beside.contact?.length && { contact: one.beside.contact }),
    };
    // First the receipt, then the rest: killed in between, the next start finishes it.
    if (await keepChangeReceipt(storage, receipt)) await finish(changeId);
    return { kind: 'received', kept: receipt };
  }

  async function finish(changeId: string): Promise<void> {
    await save(records.filter((r) => r.changeId !== changeId));
    await ports.forgetPhotos(changeId);
  }

  /** The same tap three times is one request. */
  function once(changeId: string): Promise<Sending> {
    const going = running.get(changeId);
    if (going) return going;
    const mine = era;
    const work = run(changeId).finally(() => {
      if (mine === era) running.delete(changeId);
      listeners.tell();
    });
    running.set(changeId, work);
    listeners.tell();
    return work;
  }

  return {
    subscribe: listeners.add,
    all: () => records,
    record,
    isFull: () => full,
    isSending: (changeId: string) => running.has(changeId),
    /** What is being filled in, newest first. */
    drafts: () => records.filter((r) => r.askedAt === undefined),
    /** What was sent off and whose receipt is not here. */
    onTheWay: () => records.filter((r) => r.askedAt !== undefined),
    /** The one of this lane that is being filled in, or a new one. Nothing is collected before the privacy notice was agreed to. */
    begin(lane: Lane): ChangeRecord | undefined {
      if (!ports.privacyAgreed()) return undefined;
      const open = records.find((r) => r.lane === lane && r.askedAt === undefined);
      if (open) return open;
      const fresh = newRecord(ports.newId(), lane, now());
      void save([fresh, ...records]);
      return fresh;
    },
    change: (changeId: string, make: (draft: ChangeDraft) => ChangeDraft) =>
      edit(changeId, ({ draft }) => ({ draft: make(draft), fields: undefined, problem: undefined })),
    changeBeside: (changeId: string, make: (beside: ChangeBeside) => ChangeBeside) =>
      edit(changeId, ({ beside }) => ({ beside: make(beside) })),
    /** The person says: send. It is then sent however long that takes. */
    async send(changeId: string, choice: { readonly withoutPhotos?: boolean } = {}): Promise<Sending> {
      const one = record(changeId);
      if (one) await put(changeId, { askedAt: one.askedAt ?? now(), ...(choice.withoutPhotos && { withoutPhotos: true }) });
      return once(changeId);
    },
    /** A photo has moved on: what waited for the last one goes now. */
    photosMoved(): void {
      for (const id of [...held]) if (ports.photosOf(id).waiting === 0 && !running.has(id)) void once(id);
    },
    /** On start, after signing in, and when the network is back. */
    async resume(): Promise<void> {
      for (const { changeId } of records.filter((r) => r.askedAt !== undefined)) await once(changeId);
    },
    /** The person takes it back before it left. What may have arrived stays. */
    async discard(changeId: string): Promise<boolean> {
      const one = record(changeId);
      if (!one || one.bodies.length > 0) return false;
      await finish(changeId);
      return true;
    },
    /** The person leaves this phone. */
    forget(): void {
      era += 1;
      running.clear();
      held.clear();
      records = [];
      listeners.tell();
    },
  };
}
export type Changes = ReturnType<typeof makeChanges>;
