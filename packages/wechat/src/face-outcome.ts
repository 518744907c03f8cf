import { WechatError } from './wechat-error.ts';

/**
 * What a face check came to, as one of six ways on:
 * - `passed`       the only one that counts as identified
 * - `again`        the person can try once more, if they like
 * - `another-way`  this phone or this way does not work for them: show the other ways
 * - `person`       no try will help: a member of staff takes over
 * - `wait`         nothing to do for the person now; we ask again (`over` false) or they come back later (`over` true)
 * - `us`           our setup is wrong: raise an alarm, and show the other ways
 */
export type FaceKind = 'passed' | 'again' | 'another-way' | 'person' | 'wait' | 'us';

/** The one plain thing to do. The sentence of each lies in the contracts (`FACE_ACTION_WORDS`). */
export type FaceAction =
  | 'finished'
  | 'start-when-ready'
  | 'allow-camera'
  | 'allow-microphone'
  | 'allow-camera-and-microphone'
  | 'find-light'
  | 'take-your-time'
  | 'mind-network'
  | 'face-again'
  | 'start-anew'
  | 'check-name'
  | 'check-number'
  | 'other-phone'
  | 'again-or-other-way'
  | 'person-checks-papers'
  | 'wait-for-result'
  | 'come-back-later'
  | 'ours-to-mend';

/** How sure a code is: `full-text` of WeChat's page, an `excerpt` of it, or `inferred` by us. */
export type FaceCertainty = 'full-text' | 'excerpt' | 'inferred';

export interface FaceOutcome {
  readonly kind: FaceKind;
  readonly action: FaceAction;
  /** Whether this face check has come to its end. While it has not, its result is asked for again. */
  readonly over: boolean;
  /** Whether it was a try that did not work. Stopping, a missing permission, the network or our own faults are none. */
  readonly counts: boolean;
  readonly certainty: FaceCertainty;
}

const way = (
  kind: FaceKind,
  action: FaceAction,
  { over = true, counts = false, certainty = 'full-text' as FaceCertainty } = {},
): FaceOutcome => ({ kind, action, over, counts, certainty });

/** WeChat's groups of `verify_ret` (protocol §6.4). */
const GROUPS: ReadonlyArray<readonly [readonly number[], FaceOutcome]> = [
  [[10000], way('passed', 'finished')],
  [[90002, 90003, 90004, 90005, 90006], way('again', 'start-when-ready')],
  // Leaving on the page that asks to confirm: in an older copy of WeChat's page only.
  [[90024], way('again', 'start-when-ready', { certainty: 'excerpt' })],
  [[90008], way('again', 'allow-camera')],
  [[90009], way('again', 'allow-microphone')],
  [[90010], way('again', 'allow-camera-and-microphone')],
  [[90001, 90106, 90109], way('another-way', 'other-phone')],
  [[90011, 90013, 90014, 10002, 10010], way('again', 'find-light', { counts: true })],
  [[90017, 90107, 10020, 10029, 10052], way('again', 'take-your-time', { counts: true })],
  [[90007, 90012], way('again', 'mind-network')],
  [[10004, 10012], way('again', 'face-again', { counts: true })],
  [[10003, 10018, 10026], way('person', 'person-checks-papers')],
  [[10005, 10300], way('wait', 'wait-for-result', { over: false })],
  // "The last result": it is asked for again until the verify_id expires, and never taken for a pass by itself.
  [[10021], way('wait', 'wait-for-result', { over: false, certainty: 'inferred' })],
  [[10042], way('wait', 'come-back-later')],
  [[10001, 10006, 10017, 10040, 10041], way('us', 'ours-to-mend')],
  [[10007, 10008, 10013, 10014, 10015, 10016, 10045, 90018, 90104, 90105, 90110, 90199], way('wait', 'come-back-later')],
];

const BY_CODE: ReadonlyMap<number, FaceOutcome> = new Map(
  GROUPS.flatMap(([codes, outcome]) => codes.map((code) => [code, outcome] as const)),
);

/** Every `verify_ret` that the protocol knows, with what it comes to. */
export const FACE_CODES: readonly number[] = [...BY_CODE.keys()];

/** What a `verify_ret` comes to. A code that nobody listed is no pass, no blame and no dead end. */
export function faceOutcome(verifyRet: number): FaceOutcome {
  return BY_CODE.get(verifyRet) ?? way('another-way', 'again-or-other-way', { counts: true, certainty: 'inferred' });
}

/** Session of an hour is gone (84022). */
export const FACE_EXPIRED: FaceOutcome = way('again', 'start-anew');
/** openid, hash or sequence number do not belong to this session (84017, 84018, 84020): fail closed. */
export const FACE_MISMATCH: FaceOutcome = way('us', 'ours-to-mend');

/** What WeChat did not like about the name or number when a check was to begin. */
export const FACE_NOT_BEGUN: Readonly<Record<'name' | 'number', FaceOutcome>> = {
  name: way('again', 'check-name'),
  number: way('again', 'check-number'),
};

/**
 * What a call that threw comes to. While asking for a result, no answer or a nonsense one settles nothing: the result is still
 * with WeChat and is asked for again. When a check was to begin, there is none, and the person comes back later.
 *
 * @param during the call that threw
 */
export function faceOutcomeOfError(error: unknown, during: 'begin' | 'result'): FaceOutcome {
  const kind = error instanceof WechatError ? error.kind : 'bug';
  switch (kind) {
    case 'transient':
    case 'unreachable':
    case 'nonsense':
    case 'quota':
    case 'token':
      return during === 'result' ? way('wait', 'wait-for-result', { over: false }) : way('wait', 'come-back-later');
    default:
      return way('us', 'ours-to-mend', { over: during === 'begin' });
  }
}
