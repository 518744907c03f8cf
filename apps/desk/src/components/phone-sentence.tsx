import type { CitedSentence } from '@assist/contracts';
import { Citations } from './citations.tsx';

/** A sentence as it stands on the resident's phone, with what it rests on. */
export function PhoneSentence({ one }: { readonly one: CitedSentence | undefined }) {
  if (!one) return null;
  return (
    <div>
      <p>{one.sentence}</p>
      <Citations clauses={one.clauses} />
    </div>
  );
}
