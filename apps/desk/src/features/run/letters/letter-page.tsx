import './letters.css';
import type { RunView } from '@assist/contracts';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { Opened } from '../../../components/opened.tsx';
import { usePageTitle } from '../../../components/page-title.ts';
import { dayText } from '../../../platform/dates.ts';
import { useRun } from '../use-run.ts';
import { LETTERS, type LetterId, letterOf, SHEET } from './letter.ts';

const isLetter = (id: string): id is LetterId => Object.hasOwn(LETTERS, id);
const year = (day: string): string => `${day.slice(0, 4)}年${dayText(day)}`;

function Sheet({ run }: { readonly run: RunView }) {
  const posting = run.postings?.at(-1);
  if (!posting) return <p className="empty">没有张贴的。</p>;
  const [title, ...lines] = posting.lines;
  return (
    <article className="paper paper--sheet" aria-label="张贴的一张">
      <h1>{title}</h1>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </article>
  );
}

function Paper({ run, id }: { readonly run: RunView; readonly id: LetterId }) {
  const letter = letterOf(run, id);
  if (!letter) return <p className="empty">这一步还没有在案，印不出这封信。</p>;
  return (
    <article className="paper" aria-label={letter.title}>
      <h1>{letter.title}</h1>
      <p>{letter.to}</p>
      {letter.paragraphs.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <p className="paper__sign">
        {letter.from}
        <br />
        {year(letter.on)}
      </p>
    </article>
  );
}

/** A letter or the sheet for the wall, in large type, made of what stands on record. */
export function LetterPage() {
  usePageTitle('信');
  const { runId = '', letter = '' } = useParams();
  const one = useRun(runId);
  return (
    <Opened one={one} what="这封信" back={`/runs/${runId}`}>
      {(run) => (
        <main className="work">
          <p className="paper__acts">
            <Link className="link" to={`/runs/${runId}`}>
              回程序
            </Link>{' '}
            <Button type="primary" onClick={() => window.print()}>
              打印
            </Button>
          </p>
          {letter === SHEET ? (
            <Sheet run={run} />
          ) : isLetter(letter) ? (
            <Paper run={run} id={letter} />
          ) : (
            <p className="empty">没有这封信。</p>
          )}
        </main>
      )}
    </Opened>
  );
}
