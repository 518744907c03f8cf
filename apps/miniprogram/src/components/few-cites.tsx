import type { CitationView } from '@assist/contracts';
import { useState } from 'react';
import { Button } from './button';
import { Cites } from './cite';

const FIRST = 2;

/** The first clauses at once, all of them with a tap: none is left out, and the next sentence is not far away. */
export function FewCites({
  citations,
  of,
}: {
  readonly citations: readonly CitationView[] /** What they are of, for who hears it. */;
  readonly of: string;
}) {
  const [open, setOpen] = useState(false);
  const places = [...new Map(citations.map((one) => [one.label, one])).keys()];
  const rest = places.length - FIRST;
  // One more is no longer than the button would be.
  if (open || rest <= 1) return <Cites citations={citations} />;
  const first = places.slice(0, FIRST);
  return (
    <>
      <Cites citations={citations.filter((one) => first.includes(one.label))} />
      <Button kind="quiet" small icon="chevron-down" label={`${of}，还有 ${rest} 条依据`} onTap={() => setOpen(true)}>
        {`还有 ${rest} 条依据`}
      </Button>
    </>
  );
}
