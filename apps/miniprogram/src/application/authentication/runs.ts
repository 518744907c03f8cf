import {
  type AuthenticationView,
  type ConsentAct,
  type FaceResult,
  localProblem,
  type Problem,
  type Result,
  residentApi,
  type VisitView,
} from '@assist/contracts';
import { type Listeners, makeListeners } from '../listeners.ts';
import type { Client, NewId, Now, PhoneStorage } from '../ports.ts';
import { same } from '../same.ts';
import { dayOf } from '../words/day-and-time.ts';
import { RUN_DAYS, type Run, type RunAbout, type VisitBody } from './run.ts';

const KEY = 'authentication';
const DAY_MS = 24 * 3600 * 1000;

export interface RunPorts {
  readonly storage: PhoneStorage;
  readonly call: Client;
  readonly now: Now;
  readonly newId: NewId;
  readonly signedIn: () => boolean;
  /** Photos and videos of a run: ids of those that arrived, and how many are still on the phone. */
  readonly filesOf: (owner: string) => { readonly received: readonly string[]; readonly waiting: number };
  readonly forgetFiles: (owner: string) => void;
}

/** Sent, or why not; `waiting`: on the phone, and it goes by itself. */
export type EvidenceSending =
  | { readonly kind: 'received'; readonly view: AuthenticationView }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'waiting'; readonly problem?: Problem };

export interface Runs {
  readonly subscribe: Listeners['add'];
  all(): readonly Run[];
  of(id: string): Run | undefined;
  /** The same person with the same help goes on where they were. */
  begin(about: RunAbout): Run;
  change(id: string, edit: (run: Run) => Run): void;
  /** Over, or not wanted any more. */
  drop(id: string): void;
  beginFace(id: string, consent: ConsentAct): Promise<Result<{ readonly verifyId?: string | undefined; readonly result: FaceResult }>>;
  /** What the face check that is under way came to; WeChat is asked again where nothing is known. Nothing where none is under way. */
  lookAtFace(id: string): Promise<Result<FaceResult> | undefined>;
  bookVisit(id: string, body: VisitBody): Promise<Result<VisitView>>;
  sendEvidence(id: string, consent: ConsentAct): Promise<EvidenceSending>;
  /** What was sent off and has not arrived goes on: after a start, a sign-in, a network that is back, a video that has arrived. */
  resume(): Promise<void>;
  /** A file arrived: what was sent off and only waited for files goes. */
  filesMoved(): void;
  forget(): void;
}

const NOT_TAKEN = (p: Problem): boolean => p.status >= 400 && p.status < 500 && p.code !== 'key-in-progress';

/** Everybody who is being seen with this phone's help. */
export function makeRuns(ports: RunPorts): Runs {
  const { storage, call, newId } = ports;
  const listeners = makeListeners();
  const fresh = (run: Run): boolean => run.startedAt > ports.now() - RUN_DAYS * DAY_MS;
  let runs: readonly Run[] = (JSON.parse(storage.read(KEY) ?? '[]') as readonly Run[]).filter(fresh);
  let resuming: Promise<void> | undefined;

  const save = (next: readonly Run[]): Promise<boolean> => {
    runs = next;
    const written = storage.write(KEY, JSON.stringify(runs));
    listeners.tell();
    return written;
  };
  const of = (id: string) => runs.find((r) => r.id === id);
  const change = (id: string, edit: (run: Run) => Run) => save(runs.map((r) => (r.id === id ? edit(r) : r)));
  const drop = (id: string): void => {
    ports.forgetFiles(id);
    void save(runs.filter((r) => r.id !== id));
  };
  const gone = (): Result<never> => ({ ok: false, problem: localProblem('answer-not-understood') });
  const withoutFace = ({ face: _over, ...run }: Run): Run => run;

  /** Ended checks are forgotten, a pass with them; the guardian's pass waits for the photo. */
  function faceHeard(run: Run, result: FaceResult): void {
    if (result.state === 'begun' || result.next === 'wait') return;
    if (result.state === 'passed' && run.role === 'guardian')
      void change(run.id, (r) => ({ ...withoutFace(r), guardianFace: result.faceCheckId }));
    else if (result.next === 'done') drop(run.id);
    else void change(run.id, withoutFace);
  }

  async function tryEvidence(id: string): Promise<EvidenceSending> {
    const run = of(id);
    const { evidence } = run ?? {};
    if (!run || !evidence?.asked) return { kind: 'waiting' };
    const { received, waiting } = ports.filesOf(id);
    if (waiting > 0 || received.length === 0) return { kind: 'waiting' };
    const { consent } = evidence.asked;
    const body = evidence.asked.body ?? {
      whom: run.whom,
      role: run.role,
      fileIds: [...received],
      takenOn: evidence.takenOn ?? dayOf(ports.now()),
      consent,
      ...(run.guardianFace !== undefined && { faceCheckId: run.guardianFace }),
    };
    // Kept before it leaves the phone: the same id always carries the same content.
    await change(id, (r) => ({ ...r, evidence: { ...evidence, asked: { consent, body } } }));
    const answer = await call(residentApi.sendEvidence, { params: { authenticationId: evidence.id }, body });
    if (answer.ok) {
      drop(id);
      return { kind: 'received', view: answer.data };
    }
    if (!NOT_TAKEN(answer.problem) || answer.problem.status === 401) return { kind: 'waiting', problem: answer.problem };
    const { asked: _asked, ...rest } = evidence;
    await change(id, (r) => ({ ...r, evidence: { ...rest, id: newId() } }));
    return { kind: 'refused', problem: answer.problem };
  }

  function goOn(which: (run: Run) => boolean): Promise<void> {
    const go = async (): Promise<void> => {
      for (const run of runs) if (run.evidence?.asked && ports.signedIn() && which(run)) await tryEvidence(run.id);
    };
    resuming ??= go().finally(() => {
      resuming = undefined;
    });
    return resuming;
  }

  return {
    subscribe: listeners.add,
    all: () => runs,
    of,
    begin(about) {
      const before = runs.find((r) => r.role === about.role && same(r.whom, about.whom));
      if (before) return before;
      const run: Run = { ...about, id: newId(), startedAt: ports.now() };
      void save([...runs.filter(fresh), run]);
      return run;
    },
    change: (id, edit) => void change(id, edit),
    drop,
    async beginFace(id, consent) {
      const run = of(id);
      if (!run) return gone();
      const { guardian } = run;
      const face = run.face ?? {
        id: newId(),
        body: {
          whom: run.whom,
          role: run.role,
          consent,
          purpose: 'authentication' as const,
          ...(run.role === 'guardian' &&
            guardian && { guardian: { name: guardian.name, paper: { kind: 'resident-identity' as const, number: guardian.number } } }),
        },
      };
      await change(id, (r) => ({ ...r, face }));
      const answer = await call(residentApi.beginFaceCheck, { params: { faceCheckId: face.id }, body: face.body });
      if (answer.ok) {
        if (answer.data.verifyId === undefined) faceHeard(run, answer.data.result);
      } else if (NOT_TAKEN(answer.problem) && answer.problem.status !== 401) await change(id, withoutFace);
      return answer;
    },
    async lookAtFace(id) {
      const run = of(id);
      if (!run?.face) return undefined;
      const params = { faceCheckId: run.face.id };
      let answer: Result<FaceResult> = await call(residentApi.faceCheck, { params });
      if (answer.ok && (answer.data.state === 'begun' || answer.data.next === 'wait'))
        answer = await call(residentApi.finishFaceCheck, { params });
      if (answer.ok) faceHeard(run, answer.data);
      // It never arrived: nothing was begun.
      else if (answer.problem.code === 'not-found') await change(id, withoutFace);
      return answer;
    },
    async bookVisit(id, body) {
      const run = of(id);
      if (!run) return gone();
      const visit = run.visit && same(run.visit.body, body) ? run.visit : { id: newId(), body };
      await change(id, (r) => ({ ...r, visit }));
      const answer = await call(residentApi.bookVisit, { params: { visitId: visit.id }, body });
      if (answer.ok) drop(id);
      else if (NOT_TAKEN(answer.problem) && answer.problem.status !== 401) await change(id, ({ visit: _v, ...r }) => r);
      return answer;
    },
    async sendEvidence(id, consent) {
      await change(id, (r) => ({ ...r, evidence: { ...(r.evidence ?? { id: newId() }), asked: r.evidence?.asked ?? { consent } } }));
      return tryEvidence(id);
    },
    resume: () => goOn(() => true),
    // What was tried before waits for the network or for the person: files move often.
    filesMoved: () => void goOn((run) => run.evidence?.asked?.body === undefined),
    forget() {
      runs = [];
      storage.remove(KEY);
      listeners.tell();
    },
  };
}
