// Machine-written by scripts/hash-statements.ts; a test compares it with the wordings.
import type { StatementId } from './statement.ts';

export const STATEMENT_HASHES: Record<StatementId, string> = {
  'privacy-notice': '29796eea50dac71681cfa2011038d32d97230aa31aee14d5195f7e5db3a676e7',
  'sensitive-data': '0f0c94f41d0ebbd5dc73fb2a32d04761441e51da15ed124f7e59d259392017f1',
  'cross-check': 'f44f13edcce25c09217b411a1ebc4c16aaf88230066b950b5d8d1f5b85ffd10d',
  'truthfulness': '647090328c2c5c1f54c80ba17645ea6d75d0b8a996254fba2b7802eedfd3590f',
};
