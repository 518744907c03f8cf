import {
  BLACK_OUT_REASON_NAMES,
  ITEM_NOTE_NAMES,
  type ItemNote,
  knownOf,
  NOTE_AMENDMENT_NAMES,
  type NoteAmendment,
  wordsOf,
} from '@assist/contracts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { civilDayOf, dayText, momentText } from '../../platform/dates.ts';

const PATHS: Readonly<Record<string, string>> = { application: '/cases', change: '/changes', run: '/runs' };

interface NoteLinesProps {
  readonly notes: readonly ItemNote[];
  readonly linked: boolean;
  /** Absent on paper. */
  readonly onAmend?: (note: ItemNote, what: NoteAmendment) => void;
}

/** Each with its day, with whom, who wrote it when, and what became of it. */
export function NoteLines({ notes, linked, onAmend }: NoteLinesProps) {
  const today = civilDayOf(Date.now());
  return (
    <ol>
      {notes.map((one) => (
        <li key={one.noteId}>
          <time dateTime={one.on} className="nums">
            {dayText(one.on, today)}
          </time>
          <b>
            {wordsOf(ITEM_NOTE_NAMES, one.kind, '记录')}
            {one.whom && `：${one.whom}`}
          </b>
          {one.blackedOut ? (
            <p className="sub">
              涂掉了：{wordsOf(BLACK_OUT_REASON_NAMES, one.blackedOut.why, '写了不该写的')}。{one.blackedOut.who}，
              {momentText(one.blackedOut.at)}
            </p>
          ) : (
            <p>{one.words}</p>
          )}
          {one.corrected && (
            <p>
              <b>更正：</b>
              {one.corrected.words}{' '}
              <small className="sub">
                {one.corrected.who}，{momentText(one.corrected.at)}
              </small>
            </p>
          )}
          <small className="sub">
            {one.who}，{momentText(one.at)} 记{' '}
            {linked && PATHS[one.about] && (
              <Link className="link" to={`${PATHS[one.about]}/${one.aboutId}`}>
                看这一件
              </Link>
            )}
          </small>
          {(onAmend ? knownOf(one.may ?? []) : []).map((what) => (
            <Button
              key={what}
              type="link"
              size="small"
              aria-label={`${NOTE_AMENDMENT_NAMES[what]}：${dayText(one.on, today)}，${one.whom}`}
              onClick={() => onAmend?.(one, what)}
            >
              {NOTE_AMENDMENT_NAMES[what]}
            </Button>
          ))}
        </li>
      ))}
    </ol>
  );
}
