import type { CaseView } from '@assist/contracts';
import { momentText } from '../../platform/dates.ts';

/** In whose hands it is, for somebody who only reads. */
export function HolderCard({ view }: { readonly view: CaseView }) {
  const who = view.item.claimedBy;
  return (
    <section className="card card--pad" aria-label="在谁手里">
      <p className="dlab">在谁手里</p>
      <b>{who ? who.name : '没人领'}</b>
      {who && <p className="sub">领到 {momentText(who.until)}，到时没动会回队列</p>}
      <p className="sub">{view.application.holder.office.name}</p>
    </section>
  );
}
