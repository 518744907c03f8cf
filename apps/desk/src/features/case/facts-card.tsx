import './facts-card.css';
import type { CaseView } from '@assist/contracts';
import { Fragment, useMemo, useState } from 'react';
import { Icon } from '../../components/icon.tsx';
import { OwnWords } from '../../components/own-words.tsx';
import { PhotoList } from '../../components/photos/photo-list.tsx';
import { dayOfInstant } from '../../platform/dates.ts';
import { CorrectionsSection } from './corrections-section.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { type Fact, factSheet, onlyFacts } from './facts.ts';
import { MembersStrip } from './members-strip.tsx';
import { photoName } from './photos/photo-names.ts';
import { SignaturesSection } from './signatures-section.tsx';

type Which = 'all' | 'papers' | 'not-said';

function Standing({ fact, onPhoto }: { readonly fact: Fact; readonly onPhoto: (fileId: string) => void }) {
  if (fact.disputed)
    return (
      <span className="st st--half">
        <Icon name="half" size={17} />
        本人说不对
      </span>
    );
  const [first] = fact.fileIds;
  if (first)
    return (
      <button type="button" className="st st--papers" onClick={() => onPhoto(first)}>
        <Icon name="photo" size={17} />
        照片 {fact.fileIds.length} 张
      </button>
    );
  if (fact.standing === 'not-said')
    return (
      <span className="st st--half">
        <Icon name="ring" size={17} />
        没填
      </span>
    );
  return (
    <span className="st">
      <Icon name="half" size={17} />
      没核
    </span>
  );
}

/** What the family wrote, group by group: figure, who said so and when, and whether a paper lies beside it. */
export function FactsCard({ view, onPhoto }: { readonly view: CaseView; readonly onPhoto: (fileId: string) => void }) {
  const sheet = useMemo(() => factSheet(view), [view]);
  const [which, setWhich] = useState<Which>('all');
  const groups = onlyFacts(sheet, which);
  const from = `${view.applicant.name}填`;
  const day = dayOfInstant(view.application.receipt.receivedAt);
  const tabs: readonly (readonly [Which, string])[] = [
    ['all', '全部'],
    ['papers', `有照片 ${sheet.papers}`],
    ['not-said', `没填 ${sheet.notSaid}`],
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls must be reachable by keyboard
    <section className="card facts" aria-label="家庭和事实" tabIndex={0}>
      <div className="card__h">
        <h2>家庭和事实</h2>
        <fieldset className="tabs" aria-label="看哪些">
          {tabs.map(([id, text]) => (
            <button key={id} type="button" aria-pressed={which === id} onClick={() => setWhich(id)}>
              {text}
            </button>
          ))}
        </fieldset>
      </div>
      <MembersStrip view={view} />
      <CorrectionsSection view={view} onPhoto={onPhoto} />
      {view.form.story && <OwnWords>{view.form.story}</OwnWords>}
      <table className="ft">
        <tbody>
          {groups.map((g) => (
            <Fragment key={g.title}>
              <tr className="ft__g">
                <th colSpan={3} scope="colgroup">
                  {g.title}
                </th>
              </tr>
              {g.facts.map((f) => (
                <tr key={f.id}>
                  <td>
                    <span className="ft__n">{f.label}</span> <b>{f.standing === 'not-said' ? '' : f.value}</b>
                    {f.disputed && <small>{f.disputed}</small>}
                  </td>
                  <td>
                    {f.standing !== 'not-said' && (
                      <>
                        <span className="src">
                          <Icon name="pencil" size={16} />
                          {f.source?.from ?? from}
                        </span>
                        <small className="nums">{f.source?.on ?? day}</small>
                      </>
                    )}
                  </td>
                  <td>
                    <Standing fact={f} onPhoto={onPhoto} />
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {groups.length === 0 && <p className="empty">没有这样的。</p>}
      <PhotoList photos={view.files.map((f) => ({ ...f, name: photoName(view, f) }))} onPhoto={onPhoto} />
      <EvidenceSection view={view} />
      <SignaturesSection view={view} />
    </section>
  );
}
