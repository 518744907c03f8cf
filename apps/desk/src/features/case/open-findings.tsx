import './open-findings.css';
import type { CaseView } from '@assist/contracts';
import { useState } from 'react';
import { Citations } from '../../components/citations.tsx';
import { Icon } from '../../components/icon.tsx';
import { memberName, type OpenFinding } from './findings.ts';

const FEW = 4;

interface OpenFindingsProps {
  readonly view: CaseView;
  readonly open: readonly OpenFinding[];
  readonly kind: 'judge' | 'unknown';
}
const TITLES = { judge: '要人来定', unknown: '还没问清' } as const;

/** What waits for a person's judgement, or for a fact; apart from what was calculated. */
export function OpenFindings({ view, open, kind }: OpenFindingsProps) {
  const [all, setAll] = useState(false);
  if (!open.length) return null;
  const few = kind === 'judge' ? FEW : 0;
  return (
    <section className={`judge judge--${kind}`} aria-label={TITLES[kind]}>
      <h3>
        <Icon name={kind === 'judge' ? 'half' : 'ring'} size={18} />
        {TITLES[kind]} {open.length} 处
        {!all && open.length > few && (
          <button type="button" className="link judge__all" aria-expanded={false} onClick={() => setAll(true)}>
            都看
          </button>
        )}
      </h3>
      <ul>
        {open.map(({ finding, benefit, member }, i) => {
          const who = memberName(view, member);
          return (
            <li key={`${finding.rule}-${member ?? ''}-${finding.sentence}`} className={!all && i >= few ? 'only-print' : undefined}>
              <b>
                {who && `${who}，`}
                {finding.title}
              </b>
              {benefit && <small>{benefit}</small>}
              <p>{finding.sentence}</p>
              <Citations clauses={finding.clauses} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
