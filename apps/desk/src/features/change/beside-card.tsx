import { type ChangeCase, type FindingView, NOT_KNOWN } from '@assist/contracts';
import { Citations } from '../../components/citations.tsx';
import { VerdictMark } from '../../components/verdict-mark.tsx';
import { monthText } from '../../platform/dates.ts';
import { yuan } from '../../platform/money.ts';

const VERDICT_WORDS: Readonly<Record<FindingView['verdict'], string>> = {
  [NOT_KNOWN]: '要人来定',
  met: '大概率符合',
  'for-officer': '要人来定',
  unknown: '还没问清',
  'not-met': '目前够不上',
};

function Side({ title, finding }: { readonly title: string; readonly finding: FindingView | undefined }) {
  return (
    <div className="beside__side">
      <small>{title}</small>
      {finding ? (
        <>
          <p className="beside__v">
            <VerdictMark verdict={finding.verdict} small />
            {VERDICT_WORDS[finding.verdict]}
          </p>
          <p>{finding.sentence}</p>
          <p className="nums">{finding.numbers.map((n) => `${n.name} ${n.text}`).join(' · ')}</p>
        </>
      ) : (
        <p>没有算</p>
      )}
    </div>
  );
}

/** What the change is likely to do, then the whole check before and after beside each other. It advises; a person decides after a visit. */
export function BesideCard({ one }: { readonly one: ChangeCase }) {
  const { effects } = one.change;
  const { beside } = one;
  const rules = beside ? [...new Set([...beside.before, ...beside.after].map((f) => f.rule))] : [];
  const of = (side: readonly FindingView[], rule: string) => side.find((f) => f.rule === rule);
  const differing = rules.filter(
    (rule) => JSON.stringify(of(beside?.before ?? [], rule)) !== JSON.stringify(of(beside?.after ?? [], rule)),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls must be reachable by keyboard
    <section className="card finds" aria-label="变以前、变以后" tabIndex={0}>
      <div className="card__h">
        <h2>变以前、变以后</h2>
        {beside && <span className="sub">规则包 {beside.packageVersion}</span>}
      </div>
      <p className="beside__advice">按报的算，只是建议，不是决定。要减、要停，先上门、先听本人说，走完每一步才会变。</p>
      {effects.map((e) => (
        <section key={e.event} className="effect">
          <h3>{e.title}</h3>
          <p>{e.sentence.sentence}</p>
          {e.amountBefore !== undefined && (
            <p className="effect__money nums">
              现在每月 {yuan(e.amountBefore)}
              {e.amountAfter !== undefined && ` → 估算 ${yuan(e.amountAfter)}`}
            </p>
          )}
          {e.taperMonths && (
            <p>
              渐退期照发：{monthText(e.taperMonths[0])}到{monthText(e.taperMonths.at(-1))}
            </p>
          )}
          {e.missing.length > 0 && <p className="sub">还没问清：{e.missing.join('、')}</p>}
          {e.referrals.length > 0 && <p>可以转去看：{e.referrals.map((r) => r.title).join('、')}</p>}
          <Citations clauses={e.sentence.clauses} />
        </section>
      ))}
      {effects.length === 0 && <p className="empty">没有报变化。</p>}
      {beside && beside.differs.length > 0 && (
        <table className="beside__t">
          <caption>不一样的</caption>
          <thead>
            <tr>
              <th scope="col">哪一样</th>
              <th scope="col">变以前</th>
              <th scope="col">变以后</th>
            </tr>
          </thead>
          <tbody>
            {beside.differs.map((d) => (
              <tr key={d.title}>
                <th scope="row">{d.title}</th>
                <td>{d.before}</td>
                <td>{d.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {differing.map((rule) => (
        <section key={rule} className="beside">
          <h3>{(of(beside?.after ?? [], rule) ?? of(beside?.before ?? [], rule))?.title}</h3>
          <div className="beside__two">
            <Side title="变以前" finding={of(beside?.before ?? [], rule)} />
            <Side title="变以后" finding={of(beside?.after ?? [], rule)} />
          </div>
          <Citations clauses={(of(beside?.after ?? [], rule) ?? of(beside?.before ?? [], rule))?.clauses ?? []} />
        </section>
      ))}
      {beside && differing.length === 0 && <p className="empty">各项的结果都和以前一样。</p>}
      {!beside && <p className="empty">名单里没有这一家，没有以前的可以比。</p>}
    </section>
  );
}
