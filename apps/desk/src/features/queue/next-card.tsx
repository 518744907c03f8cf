import type { WorkItemView } from '@assist/contracts';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../components/icon.tsx';
import { ProblemBox } from '../../components/problem-note.tsx';
import type { useClaimNext } from '../../platform/work.ts';
import { LANE_IDS, LANES, pathOf } from './lanes.tsx';
import { ORDER_SENTENCE, whyNext } from './lists.ts';

const whomOf = ({ kind, applicantName, members }: WorkItemView): string =>
  kind === 'complaint' ? applicantName : `${applicantName}，${members} 人`;

export interface Handed {
  readonly item: WorkItemView | null;
  readonly why: string;
}

interface NextCardProps {
  readonly first: WorkItemView | undefined;
  /** The queue has answered: that there is none is known. */
  readonly known: boolean;
  readonly handed: Handed | null;
  readonly claim: ReturnType<typeof useClaimNext>;
  readonly onClaim: () => void;
}

function HandedOut({ handed }: { readonly handed: Handed }) {
  const open = useRef<HTMLAnchorElement>(null);
  useEffect(() => open.current?.focus(), []);
  if (!handed.item)
    return (
      <p className="next__none" role="status">
        现在没有可领的。{handed.why}
      </p>
    );
  return (
    <div role="status">
      <p className="dlab">领到了</p>
      <h2>{whomOf(handed.item)}</h2>
      <p className="sub nums">{handed.item.number}</p>
      <p className="next__why">为什么是它：{handed.why}</p>
      <Link ref={open} className="btn-link" to={pathOf(handed.item) ?? '/queue/identity?show=mine'}>
        打开这一件
      </Link>
    </div>
  );
}

/** What comes next and why. The queue's rule hands it out; nobody picks the easy ones unseen. */
export function NextCard({ first, known, handed, claim, onClaim }: NextCardProps) {
  return (
    <section className="card next" aria-label="领下一件">
      {handed ? (
        <HandedOut handed={handed} />
      ) : first ? (
        <>
          <p className="dlab">下一件</p>
          <h2>{whomOf(first)}</h2>
          <p className="sub nums">
            {first.kind !== 'application' &&
              `${LANES[LANE_IDS.find((lane) => LANES[lane].kinds.includes(first.kind)) ?? 'applications'].name}，`}
            {first.number}
          </p>
          <ul className="why">
            {whyNext(first).map((w, i) => (
              <li key={w} className={i === 0 ? 'why__first' : undefined}>
                <Icon name={i === 0 ? 'clock' : 'tick'} size={17} />
                {w}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="next__none">{known ? '都有人在办，没有要领的。' : '下一件是哪件，还没取到。'}</p>
      )}
      <Button type={handed ? 'default' : 'primary'} size="large" block onClick={onClaim} loading={claim.busy}>
        {claim.busy ? '正在领' : handed ? '再领下一件' : '领下一件'} <kbd>N</kbd>
      </Button>
      <p className="sub next__order">{ORDER_SENTENCE}。等群众补的不往后挪，也不发给别人领。</p>
      {claim.problem && <ProblemBox problem={claim.problem} again={onClaim} />}
    </section>
  );
}
