import './citations.css';
import type { CitationView } from '@assist/contracts';
import { Popover } from 'antd';
import { useState } from 'react';
import { Icon } from './icon.tsx';

function Cited({ clause }: { readonly clause: CitationView }) {
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      content={
        <div className="gist">
          <b>{clause.label}</b>
          <p>{clause.gist}</p>
          <small>要点是我们写的，不是原文。条款号 {clause.id}</small>
        </div>
      }
    >
      <button type="button" className="cite__b">
        {clause.label}
      </button>
    </Popover>
  );
}

/** Where a sentence comes from: the first by name, the others on a press. Each opens to its gist, which is ours and not the document's wording. */
export function Citations({ clauses }: { readonly clauses: readonly CitationView[] }) {
  const [all, setAll] = useState(false);
  if (!clauses.length) return null;
  // With two there is nothing to fold away.
  const folded = !all && clauses.length > 2;
  return (
    <p className="cite">
      <Icon name="book" size={15} />
      {clauses.map((c, i) => (
        <span key={c.id} className={folded && i > 0 ? 'only-print' : undefined}>
          <Cited clause={c} />
        </span>
      ))}
      {folded && (
        <button type="button" className="cite__more" aria-expanded={false} onClick={() => setAll(true)}>
          还有 {clauses.length - 1} 条
        </button>
      )}
    </p>
  );
}
