import { type CaseView, EVIDENCE_NAMES, EVIDENCE_WAY_NAMES } from '@assist/contracts';
import { momentText } from '../../platform/dates.ts';

/** What the family said to each paper, in their words; what stands promised is not asked for again (YM239-1-2b). */
export function EvidenceSection({ view }: { readonly view: CaseView }) {
  const said = (view.form.evidence ?? []).filter((one) => one.way !== 'photo');
  if (said.length === 0) return null;
  const promise = view.signatures.find((s) => s.statement === 'declaration');
  const standing =
    promise?.status === 'given'
      ? `${promise.at ? momentText(promise.at) : ''} 书面承诺，${promise.version} 版。不再要单子，请入户、问邻居或发函核实`
      : '代办人点的，本人还没说是他承诺的';
  return (
    <section className="signatures" aria-label="没有单子的">
      <h3>没有单子的</h3>
      {said.map(({ about, way, words }) => (
        <div key={about} className="signature">
          <b>{EVIDENCE_NAMES[about]}</b>
          <small>{EVIDENCE_WAY_NAMES[way]}</small>
          {words && <p>{words}</p>}
          {way === 'declare' && <p>{standing}</p>}
        </div>
      ))}
    </section>
  );
}
