import './members-strip.css';
import type { CaseView } from '@assist/contracts';
import { civilDayOf } from '../../platform/dates.ts';
import { crossCheckOf, mayNotBeChecked, STANDING_WORDS } from './signatures.ts';
import { RELATION_WORDS, yearsOn } from './words.ts';

/** The household, one card each: who, how old, and whether they agreed to the cross-check. */
export function MembersStrip({ view }: { readonly view: CaseView }) {
  const today = civilDayOf(Date.now());
  const standing = crossCheckOf(view, today);
  const unsigned = mayNotBeChecked(standing);
  return (
    <>
      <ul className="members">
        {view.form.members.map((m, i) => {
          const s = standing[i]?.standing ?? 'no-record';
          return (
            <li key={m.id} className={`member member--${s}`}>
              <i aria-hidden="true">{m.name.slice(0, 1)}</i>
              {m.name}
              <small>
                {RELATION_WORDS[m.relation]}
                {m.birthDate && `，${yearsOn(m.birthDate, today)} 岁`}
              </small>
              <small className="member__s">{STANDING_WORDS[s]}</small>
            </li>
          );
        })}
      </ul>
      {unsigned.length > 0 && (
        <p className="unsigned">
          <b>{unsigned.join('、')}</b> 还没同意核对，<b>不能查他们的</b>。这件照样办。
        </p>
      )}
    </>
  );
}
