import type { CitationView } from '@assist/contracts';
import { Popover } from 'antd';
import { Icon } from './icon.tsx';

/** Where a sentence comes from. Press for the gist, which is ours and not the document's wording. */
export function Citations({ clauses }: { readonly clauses: readonly CitationView[] }) {
  if (!clauses.length) return <p className="cite cite--none">依据待核</p>;
  return (
    <p className="cite">
      <Icon name="book" size={15} />
      {clauses.map((c) => (
        <Popover
          key={c.id}
          trigger="click"
          placement="bottomLeft"
          content={
            <div className="gist">
              <b>{c.label}</b>
              <p>{c.gist}</p>
              <small>要点是我们写的，不是原文。条款号 {c.id}</small>
            </div>
          }
        >
          <button type="button" className="cite__b">
            {c.label}
          </button>
        </Popover>
      ))}
    </p>
  );
}
