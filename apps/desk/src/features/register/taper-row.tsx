import { wordsOf } from '@assist/contracts';
import { Link } from 'react-router';
import { Icon } from '../../components/icon.tsx';
import { KIND_WORDS } from '../../components/kind-words.ts';
import { dayText } from '../../platform/dates.ts';
import { yuan } from '../../platform/money.ts';
import { taperMonths } from './taper-months.ts';
import type { useCaseFiles } from './use-register.ts';

export type Row = NonNullable<ReturnType<typeof useCaseFiles>['data']>['pages'][number]['items'][number];

const BEFORE_END: readonly (readonly [keyof NonNullable<Row['taperDone']>, string])[] = [
  ['visited', '去家里核查'],
  ['heard', '听本人说'],
  ['asked', '问要不要转别的救助'],
];

function Six({ from, until, today }: { readonly from: string; readonly until: string; readonly today: string }) {
  const { of, now } = taperMonths(from, until, today);
  const months = Array.from({ length: of }, (_, i) => i + 1);
  return (
    <>
      <span className="six" aria-hidden="true">
        {months.map((month) => (
          <i key={month} className={month < now ? 'six--past' : month === now ? 'six--now' : ''} />
        ))}
      </span>
      <span className="sub nums">{now > of ? `${of} 个月满了` : `第 ${now} 个月，共 ${of} 个月`}</span>
    </>
  );
}

/** One household of the ledger: what is paid on, in which of its months it stands, and what is done before its end. */
export function TaperRow({ row, today }: { readonly row: Row; readonly today: string }) {
  const over = row.taperUntil !== undefined && row.taperUntil < today;
  return (
    <tr>
      <td>
        <Link className="row__open" to={`/register/${row.caseId}`}>
          {row.headName}
        </Link>
        ，{row.members} 人
        <span className="sub nums">
          {row.registerNumber}
          {row.village && `，${row.village}`}
        </span>
      </td>
      <td className="nums">
        {yuan(row.amount)}
        <span className="sub">{row.kinds.map((k) => wordsOf(KIND_WORDS, k, '新的一种')).join('、')}</span>
      </td>
      <td>{row.taperFrom && row.taperUntil && <Six from={row.taperFrom} until={row.taperUntil} today={today} />}</td>
      <td className="nums">
        <b>{row.taperUntil ? dayText(row.taperUntil, today) : ''}</b>
        {over && <span className="sub due--soon">期满了，照原金额发着，该重新核算</span>}
      </td>
      <td>
        <ul className="before-end">
          {BEFORE_END.map(([id, words]) => (
            <li key={id}>
              <Icon name={row.taperDone?.[id] ? 'tick' : 'ring'} size={16} />
              {words}
              <span className="only-reader">{row.taperDone?.[id] ? '，做过' : '，还没做'}</span>
            </li>
          ))}
        </ul>
      </td>
      <td>
        {row.taperRunId ? <Link to={`/runs/${row.taperRunId}`}>重新核算，记结论</Link> : '期满前 30 天进队列'}
        <span className="sub">不会自动停</span>
      </td>
    </tr>
  );
}
