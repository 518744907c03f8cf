// Machine-written by scripts/hash-statements.ts; a test compares it with the wordings.
import type { StatementId } from './statement.ts';

export const STATEMENT_HASHES: Record<StatementId, string> = {
  'privacy-notice': '5c838305532959c7ff3cb973b39db8555a38f7e596cb1788f39c8f5a6240ce70',
  'sensitive-data': '0f0c94f41d0ebbd5dc73fb2a32d04761441e51da15ed124f7e59d259392017f1',
  'cross-check': 'f44f13edcce25c09217b411a1ebc4c16aaf88230066b950b5d8d1f5b85ffd10d',
  'truthfulness': '647090328c2c5c1f54c80ba17645ea6d75d0b8a996254fba2b7802eedfd3590f',
  'face': 'ec35fa4feff744f5d6f998aa6a75c5345077ceece7364e22ad8fba763c455cd2',
  'face-to-sign': '5c87c780a3964c69360b92d56a6a0fcb3dab08530a77f04f4c472bcbdc27c17d',
  'video': '2a31b1c40ba30fe1656214d33b59aa45d4ea50086c4eeeede782b83e5172ff8d',
  'begin-with-person': '0afcb0f75cfd732961e4aba929ba7ce717723b684e5ff745937067dc0a21a622',
  'declaration': 'daaff27d64f308774525ea88cf19fed4a64d9edbf5fc026329660c165cdae97e',
};
