import { storageCall } from '../host-bridge.ts';
import { sim, violation } from '../sim.ts';
import { asyncApi, remember, WxFail } from './async-api.ts';
import { askPerson } from './overlay.ts';

type Decision = { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string };
type Handler = (resolve: (decision: Decision) => void, info: { referrer: string }) => void;

interface Waiting {
  readonly go: () => void;
  readonly refuse: (error: unknown) => void;
}

/** After a refusal WeChat does not ask again for this long. */
const MUTED_MS = 10_000;

let handler: Handler | undefined;
let agreed = false;
let refusedAt = -Infinity;
let waiting: Waiting[] = [];
const tappedButtons = new Set<string>();

const refusal = () => new WxFail('privacy permission is not authorized', 104);

/**
 * Lets a privacy call through only after the person agreed to the privacy contract, and asks as WeChat does:
 * through the page's own handler, or with WeChat's sheet when the page has none.
 */
export async function withPrivacy(api: string, referrer = api): Promise<void> {
  if (sim.options.undeclaredPrivacy.includes(api)) throw fail(api, new WxFail('api scope is not declared in the privacy agreement', 112));
  if (isAgreed()) return;
  if (Date.now() - refusedAt < MUTED_MS) throw fail(api, refusal());
  const asking = waiting.length > 0;
  const answered = new Promise<void>((go, refuse) => waiting.push({ go, refuse }));
  if (!asking) ask(referrer);
  try {
    await answered;
  } catch (error) {
    throw fail(api, error);
  }
}

function fail(api: string, error: unknown): { errMsg: string; errno: number | undefined } {
  const { message, errno } = error as WxFail;
  return { errMsg: `${api}:fail ${message}`, errno };
}

function isAgreed(): boolean {
  return agreed || sim.options.privacyAgreed;
}

function ask(referrer: string): void {
  if (handler !== undefined) {
    handler(decide, { referrer });
    return;
  }
  void askPerson([`请阅读并同意${sim.options.privacyContractName}`], ['拒绝', '同意'], '用户隐私保护提示').then((answer) => {
    if (answer === '同意') agree();
    else refuseAll();
  });
}

function decide(decision: Decision): void {
  if (decision.event === 'exposureAuthorization') return;
  if (decision.event === 'disagree') {
    refuseAll();
    return;
  }
  // WeChat looks whether this very button was tapped: an app cannot agree by itself.
  if (decision.buttonId === undefined || !tappedButtons.has(decision.buttonId)) {
    violation(`privacy agreed with button "${decision.buttonId}", which is no tapped agreePrivacyAuthorization button`);
    refuseAll();
    return;
  }
  agree();
}

function agree(): void {
  agreed = true;
  storageCall({ op: 'agree-privacy' });
  const served = waiting;
  waiting = [];
  for (const one of served) one.go();
}

function refuseAll(): void {
  refusedAt = Date.now();
  const served = waiting;
  waiting = [];
  for (const one of served) one.refuse(refusal());
}

/** A tap on `<button open-type="agreePrivacyAuthorization">` tells WeChat that the person agreed. */
export function agreeByButton(id: string): void {
  tappedButtons.add(id);
  agreed = true;
  storageCall({ op: 'agree-privacy' });
  // With a handler the waiting calls go on when it resolves; without one there is nothing else to wait for.
  if (handler === undefined) agree();
}

/** Calls that may not run before the person agreed (WeChat's list, as far as a page like ours can use it). */
export const PRIVACY_APIS: readonly string[] = [
  'chooseMedia',
  'chooseImage',
  'chooseVideo',
  'chooseMessageFile',
  'chooseAddress',
  'chooseLocation',
  'choosePoi',
  'chooseContact',
  'addPhoneContact',
  'getLocation',
  'getFuzzyLocation',
  'startLocationUpdate',
  'getClipboardData',
  'setClipboardData',
  'saveImageToPhotosAlbum',
  'saveVideoToPhotosAlbum',
  'getUserInfo',
  'getUserProfile',
  'getWeRunData',
  'scanCode',
];

export function privacyApis(): Record<string, unknown> {
  return {
    getPrivacySetting: asyncApi('getPrivacySetting', () => ({
      needAuthorization: !isAgreed(),
      privacyContractName: sim.options.privacyContractName,
    })),
    /** The last registration wins. */
    onNeedPrivacyAuthorization: (given: Handler) => {
      remember('onNeedPrivacyAuthorization', {});
      handler = given;
    },
    requirePrivacyAuthorize: asyncApi('requirePrivacyAuthorize', () => withPrivacy('requirePrivacyAuthorize')),
    openPrivacyContract: asyncApi('openPrivacyContract', () => ({})),
  };
}
