import { letterOfRun, POSTED_SHEET, RUN_LETTERS, type RunLetterId, type RunView } from '@assist/contracts';
import { Link, useParams } from 'react-router';
import { LetterPaper, PaperActs } from '../../../components/letter-paper.tsx';
import { Opened } from '../../../components/opened.tsx';
import { usePageTitle } from '../../../components/page-title.ts';
import { useRun } from '../use-run.ts';

const isLetter = (id: string): id is RunLetterId => Object.hasOwn(RUN_LETTERS, id);

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

function Paper({ run, id }: { readonly run: RunView; readonly id: RunLetterId }) {
  const letter = letterOfRun(run, id);
  return letter ? <LetterPaper letter={letter} /> : <p className="empty">这一步还没有在案，印不出这封信。</p>;
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
          <PaperActs>
            <Link className="link" to={`/runs/${runId}`}>
              回程序
            </Link>{' '}
          </PaperActs>
          {letter === POSTED_SHEET ? (
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
