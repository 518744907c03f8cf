import { ITEM_NOTE_NAMES, type ItemNote, wordsOf } from '@assist/contracts';
import { Link } from 'react-router';
import { civilDayOf, dayText, momentText } from '../../platform/dates.ts';

const PATHS: Readonly<Record<string, string>> = { application: '/cases', change: '/changes', run: '/runs' };

/** Each with its day, with whom, and who wrote it when. */
export function NoteLines({ notes, linked }: { readonly notes: readonly ItemNote[]; readonly linked: boolean }) {
  const today = civilDayOf(Date.now());
  return (
    <ol>
      {notes.map((one) => (
        <li key={one.noteId}>
          <time dateTime={one.on} className="nums">
            {dayText(one.on, today)}
          </time>
          <b>
            {wordsOf(ITEM_NOTE_NAMES, one.kind, '记录')}：{one.whom}
          </b>
          <p>{one.words}</p>
          <small className="sub">
            {one.who}，{momentText(one.at)} 记{' '}
            {linked && PATHS[one.about] && (
              <Link className="link" to={`${PATHS[one.about]}/${one.aboutId}`}>
                看这一件
              </Link>
            )}
          </small>
        </li>
      ))}
    </ol>
  );
}
