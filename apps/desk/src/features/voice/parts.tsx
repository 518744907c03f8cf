import './voice.css';
import type { CitedSentence, InvestigationNote, Teller } from '@assist/contracts';
import { Citations } from '../../components/citations.tsx';
import { Icon } from '../../components/icon.tsx';
import { momentText } from '../../platform/dates.ts';

/** Who spoke up, as far as this person may see it. */
export function TellerLine({ teller }: { readonly teller: Teller }) {
  if (teller.kind === 'named')
    return (
      <>
        {teller.name}，<span className="nums">{teller.phone}</span>
        <span className="sub">只有手上有这一件的人看得到，看过会留痕。查完打电话回。</span>
      </>
    );
  if (teller.kind === 'hidden')
    return (
      <>
        留了名 <span className="sub">领了这一件才看得到是谁。</span>
      </>
    );
  if (teller.kind === 'household') return <>这一家自己</>;
  return (
    <>
      没留名 <span className="sub">凭号和口令回来看回复。</span>
    </>
  );
}

/** What was looked into, in order; nothing of it can be changed. */
export function Notes({ notes }: { readonly notes: readonly InvestigationNote[] }) {
  return (
    <section className="card facts" aria-label="查了什么">
      <div className="card__h">
        <h2>查了什么</h2>
      </div>
      {notes.length === 0 ? (
        <p className="empty">还没有写。去看过、问过、查过，写一笔。</p>
      ) : (
        <ol className="vnotes">
          {notes.map((note) => (
            <li key={note.id}>
              <small className="nums">
                {momentText(note.at)}，{note.who}
              </small>
              <p>{note.words}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** What holds here, each with where it stands. */
export function Holds({ title, sentences }: { readonly title: string; readonly sentences: readonly CitedSentence[] }) {
  return (
    <section className="card vholds" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {sentences.map((one) => (
          <li key={one.sentence}>
            <Icon name="tick" size={17} />
            <div>
              {one.sentence}
              <Citations clauses={one.clauses} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
