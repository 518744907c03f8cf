import type { EvidenceKind } from '@assist/contracts';

const OF_EVENT: Readonly<Record<string, EvidenceKind>> = {
  birth: 'household-register',
  adoption: 'household-register',
  marriage: 'household-register',
  divorce: 'household-register',
  'moved-in': 'household-register',
  'moved-out': 'household-register',
  death: 'household-register',
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
  pension: 'income',
  'land-or-rent': 'income',
  'gift-or-compensation': 'income',
  'support-changed': 'income',
  'dwelling-bought': 'property',
  'dwelling-sold': 'property',
  'vehicle-bought': 'property',
  'vehicle-sold': 'property',
  deposits: 'property',
  address: 'housing',
};

/** What may be photographed for these changes, each kind once. */
export const evidenceFor = (events: readonly string[]): readonly EvidenceKind[] => [
  ...new Set(events.map((event) => OF_EVENT[event] ?? 'other')),
];
