import type { EvidenceKind } from '@assist/contracts';
import type { CheckItem } from '@assist/policy-chongqing';
import type { ChangeBeside, ChangeDraft } from '@/application/change/change-record';

/** What the township finds out by itself of these: nobody is asked for a paper (SAL2026-62). */
const LOOKED_UP = {
  birth: 'registration',
  adoption: 'registration',
  'moved-in': 'registration',
  'moved-out': 'registration',
  marriage: 'marriage',
  divorce: 'marriage',
  death: 'death',
  pension: 'housing-fund-and-pension',
  'dwelling-bought': 'real-estate',
  'dwelling-sold': 'real-estate',
  'vehicle-bought': 'vehicles',
  'vehicle-sold': 'vehicles',
  deposits: 'deposits',
} as const satisfies Readonly<Record<string, CheckItem>>;
const LOOKED_UP_WORDS: Readonly<Record<(typeof LOOKED_UP)[keyof typeof LOOKED_UP], string>> = {
  registration: '户口',
  marriage: '婚姻登记',
  death: '过世登记',
  'housing-fund-and-pension': '养老金',
  'real-estate': '房子',
  vehicles: '车',
  deposits: '存款',
};
const isLookedUp = (event: string): event is keyof typeof LOOKED_UP => Object.hasOwn(LOOKED_UP, event);

const OF_EVENT: Readonly<Record<string, EvidenceKind>> = {
  'disability-found': 'disability',
  'disability-ended': 'disability',
  'illness-found': 'medical',
  'illness-ended': 'medical',
  'large-medical-bill': 'medical',
  'school-begun': 'education',
  'school-ended': 'education',
  'large-school-bill': 'education',
  'job-found': 'income',
  'job-lost': 'income',
  'wage-up': 'income',
  'wage-down': 'income',
  business: 'income',
  'land-or-rent': 'income',
  'gift-or-compensation': 'income',
  'support-changed': 'income',
  address: 'housing',
};

/** What may be photographed for these changes, each kind once; nothing of what the township looks up. */
export const evidenceFor = (events: readonly string[]): readonly EvidenceKind[] => [
  ...new Set(events.flatMap((event) => (isLookedUp(event) ? [] : (OF_EVENT[event] ?? 'other')))),
];

/** What nobody has to bring for these changes, in words, each once. */
export const lookedUpFor = (events: readonly string[]): readonly string[] => [
  ...new Set(events.flatMap((event) => (isLookedUp(event) ? LOOKED_UP_WORDS[LOOKED_UP[event]] : []))),
];

const WORDS = '没有单子，我说的都是真的。';

/** The promise in the place of papers (告知承诺) is one for the whole notice: it holds what is told in it now, whenever it was given. */
export const promisedFor = ({ proof }: Pick<ChangeBeside, 'proof'>, { changed }: Pick<ChangeDraft, 'changed'>): ChangeDraft['declared'] =>
  proof === 'declared' ? evidenceFor(changed.map((one) => one.event)).map((about) => ({ about, words: WORDS })) : undefined;
