import './members-strip.css';
import type { CaseView } from '@assist/contracts';
import { civilDayOf } from '../../platform/dates.ts';
import { crossCheckOf, mayNotBeChecked, STANDING_WORDS } from './signatures.ts';
import { RELATION_WORDS, yearsOn, yuan } from './words.ts';

/** The household, one card each: who, how old, and whether they agreed to the cross-check. Relatives outside of it stand apart, as they were written. */
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
                {m.birthDate && (
                  <>
                    ，<span className="member__age">{yearsOn(m.birthDate, today)} 岁</span>
                  </>
                )}
              </small>
              <small className="member__s">{STANDING_WORDS[s]}</small>
            </li>
          );
        })}
        {view.form.supporters?.map((s) => (
          <li key={s.id} className="member member--outside">
            <i aria-hidden="true">{RELATION_WORDS[s.relation].slice(0, 1)}</i>
            {RELATION_WORDS[s.relation]}
            <small>不住一起</small>
            <small>{s.pays === undefined ? '没填给多少' : s.pays === 0 ? '说不给' : `每月给 ${yuan(s.pays)}`}</small>
          </li>
        ))}
      </ul>
      {unsigned.length > 0 && (
        <p className="unsigned">
          <b>{unsigned.join('、')}</b> 还没同意核对，<b>不能查他们的</b>。这件照样办。
        </p>
      )}
    </>
  );
}
