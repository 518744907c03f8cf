import { type Problem, type ProblemField, residentApi, type Submission, type UnlikelyAnswer } from '@assist/contracts';
import type { DraftStore } from '../draft/draft-store.ts';
import { withoutNumbers } from '../draft/kept-numbers.ts';
import { makeListeners } from '../listeners.ts';
import type { Client, Now, PhoneStorage } from '../ports.ts';
import { same } from '../same.ts';
import type { PrivacyConsent } from '../sign/signatures.ts';
import { dayOf } from '../words/day-and-time.ts';
import { beforeSending, type Identity } from './check-before-sending.ts';
import { deliver, type Outgoing } from './once.ts';
import { type KeptReceipt, keepReceipt, receiptOf } from './receipts.ts';

export type SendState =
  | { readonly kind: 'idle' }
  /** 正在送 */
  | { readonly kind: 'sending' }
  | { readonly kind: 'place'; readonly problem?: Problem }
  | { readonly kind: 'who' }
  | { readonly kind: 'sign-in'; readonly problem: Problem }
  | { readonly kind: 'sign' }
  | { readonly kind: 'fix'; readonly fields: readonly ProblemField[] }
  | { readonly kind: 'ask'; readonly questions: readonly Pick<UnlikelyAnswer, 'sentence'>[] }
  | { readonly kind: 'photos'; readonly waiting: number }
  /** Not known whether it arrived, or the server is busy: the same id goes again. Nothing is lost. */
  | { readonly kind: 'again'; readonly problem: Problem }
  | { readonly kind: 'received'; readonly kept: KeptReceipt };

export interface SenderPorts {
  readonly storage: PhoneStorage;
  readonly call: Client;
  readonly now: Now;
  readonly draft: DraftStore;
  readonly identity: () => Identity;
  /** Signs in silently; nothing when that went well. */
  readonly signIn: () => Promise<Problem | undefined>;
  readonly signedIn: () => boolean;
  readonly privacy: () => PrivacyConsent | undefined;
  readonly waitingPhotos: () => number;
  /** What has to arrive before: who the applicant says they are, where that was typed without a network. */
  readonly first?: () => Promise<unknown>;
}

const KEY = 'outgoing';
/** The application that goes by itself as soon as its last photo has arrived. */
const AFTER_PHOTOS = 'send-after-photos';
const SIGN_IN_CODES = ['not-signed-in', 'token-expired', 'session-ended', 'wechat-code-invalid'];

const mayComeLater = ({ status }: Problem): boolean => status === 0 || status === 429 || status >= 500;

/** Sends the application once, however often it is asked to. */
export function makeSender(ports: SenderPorts) {
  const { storage, draft, now } = ports;
  const listeners = makeListeners();
  let state: SendState = { kind: 'idle' };
  let running: Promise<SendState> | undefined;
  /** Rises when the person leaves this phone: what comes back afterwards is nobody's here. */
  let era = 0;

  const waitsForPhotos = (): boolean => {
    const id = storage.read(AFTER_PHOTOS);
    return id !== undefined && id === draft.state().record?.applicationId;
  };
  const read = (): Outgoing<Submission> | undefined => {
    const text = storage.read(KEY);
    return text === undefined ? undefined : (JSON.parse(text) as Outgoing<Submission>);
  };
  const become = (next: SendState): SendState => {
    state = next;
    listeners.tell();
    return next;
  };
  const send = async (applicationId: string, body: Submission) => {
    await ports.first?.();
    return ports.call(residentApi.submitApplication, { params: { applicationId }, body });
  };

  async function attempt(outgoing: Outgoing<Submission>, body: Submission): Promise<SendState> {
    const mine = era;
    const keep = async (next: Outgoing<Submission>) => mine === era && storage.write(KEY, JSON.stringify(next));
    const delivery = await deliver({ send, keep }, outgoing, body);
    if (mine !== era) return { kind: 'idle' };
    if (delivery.kind === 'not-known') return { kind: 'again', problem: delivery.problem };
    if (delivery.kind === 'refused') return refused(delivery.problem);
    const kept: KeptReceipt = {
      receipt: delivery.receipt,
      ...(body.draftId !== undefined && { draftId: body.draftId }),
      // A number that the server has meanwhile is the same number.
      earlierContent: !same(withoutNumbers(delivery.body.form), withoutNumbers(body.form)),
      photosLeft: ports.waitingPhotos(),
      sentPhotos: (delivery.body.form.photos ?? []).map((p) => p.fileId),
    };
    // First the receipt, then the draft: killed in between, the next start finishes it.
    if (await keepReceipt(storage, kept)) clear(outgoing.id);
    return { kind: 'received', kept };
  }

  function clear(applicationId: string): void {
    if (draft.state().record?.applicationId === applicationId) draft.finish();
    storage.remove(KEY);
  }

  function refused(problem: Problem): SendState {
    if (SIGN_IN_CODES.includes(problem.code)) return { kind: 'sign-in', problem };
    if (problem.code === 'place-not-live' || problem.code === 'place-unknown') return { kind: 'place', problem };
    if (problem.code === 'signature-missing') return { kind: 'sign' };
    if (problem.code === 'form-invalid' && problem.fields?.length) return { kind: 'fix', fields: problem.fields };
    if (problem.code === 'confirm-unlikely') return { kind: 'ask', questions: problem.fields ?? [{ sentence: problem.title }] };
    return { kind: 'again', problem };
  }

  async function run(withoutPhotos: boolean): Promise<SendState> {
    draft.flush();
    const record = draft.state().record;
    if (!record) return resumed();
    const kept = receiptOf(storage, record.applicationId);
    if (kept) {
      clear(record.applicationId);
      return { kind: 'received', kept };
    }
    if (ports.identity() === 'unknown') {
      const problem = await ports.signIn();
      if (problem) return refused(problem);
    }
    const check = beforeSending({
      record,
      today: dayOf(now()),
      identity: ports.identity(),
      privacy: ports.privacy(),
      waitingPhotos: ports.waitingPhotos(),
      withoutPhotos,
    });
    if (check.kind !== 'ready') return check;
    storage.remove(AFTER_PHOTOS);
    if (isAnotherUnderWay(record.applicationId)) {
      const mine = era;
      const came = await resumed();
      if (mine !== era) return { kind: 'idle' };
      if (came.kind === 'again' && mayComeLater(came.problem)) return came;
    }
    const before = read();
    const outgoing = before?.id === record.applicationId ? before : { id: record.applicationId, bodies: [], startedAt: now() };
    return attempt(outgoing, check.body);
  }

  /** Another one left the phone and has no answer yet: it goes first, and its place is not taken. */
  function isAnotherUnderWay(applicationId: string): boolean {
    const earlier = read();
    return earlier !== undefined && earlier.id !== applicationId && earlier.bodies.length > 0;
  }

  /** What was on its way when the phone was killed or lost its network. */
  async function resumed(): Promise<SendState> {
    const outgoing = read();
    const body = outgoing?.bodies[outgoing.bodies.length - 1];
    if (!outgoing || !body) return { kind: 'idle' };
    const kept = receiptOf(storage, outgoing.id);
    if (kept) {
      clear(outgoing.id);
      return { kind: 'received', kept };
    }
    return ports.signedIn() ? attempt(outgoing, body) : { kind: 'idle' };
  }

  const once = (work: () => Promise<SendState>): Promise<SendState> => {
    if (!running) {
      become({ kind: 'sending' });
      const mine = era;
      running = work()
        .then((next) => (mine === era ? become(next) : next))
        .finally(() => {
          if (mine === era) running = undefined;
        });
    }
    return running;
  };

  return {
    state: () => state,
    subscribe: listeners.add,
    /** The same tap three times is one request. */
    send: (choice: { withoutPhotos?: boolean } = {}) => once(() => run(choice.withoutPhotos ?? false)),
    /** The person said: first the photos, then the rest, by itself. */
    sendAfterPhotos(): void {
      const id = draft.state().record?.applicationId;
      if (id) void storage.write(AFTER_PHOTOS, id);
      listeners.tell();
    },
    waitsForPhotos,
    /** A photo has arrived: what waited for the last one goes now. */
    photosMoved(): void {
      if (waitsForPhotos() && !running && ports.signedIn() && ports.waitingPhotos() === 0) void once(() => run(false));
    },
    /** On start and when the network is back. */
    resume: () => (read() ? once(resumed) : Promise.resolve(state)),
    /** Something left the phone and no receipt came back yet. */
    isUnderWay: () => (read()?.bodies.length ?? 0) > 0,
    /** The person leaves this phone. */
    forget(): void {
      era += 1;
      running = undefined;
      storage.remove(KEY);
      storage.remove(AFTER_PHOTOS);
      become({ kind: 'idle' });
    },
    /** Leaving the screen: what was asked is asked again next time. */
    reset() {
      if (!running && state.kind !== 'received') become({ kind: 'idle' });
    },
  };
}
export type Sender = ReturnType<typeof makeSender>;
