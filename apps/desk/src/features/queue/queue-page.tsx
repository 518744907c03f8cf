import './queue.css';
import type { QueueFilter, WorkItemView } from '@assist/contracts';
import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Icon } from '../../components/icon.tsx';
import { MetDialog } from '../../components/met-dialog.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemBox, ProblemNote } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { UrgentBar } from '../../components/urgent-bar.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { todayText } from '../../platform/dates.ts';
import { rowAfter } from '../../platform/keyboard.ts';
import { useMayAct, useStaff } from '../../platform/session.tsx';
import { useKeys } from '../../platform/use-keys.ts';
import { useClaim, useClaimNext } from '../../platform/work.ts';
import { endedOf, Filters, isEnded, isFilter } from './filters.tsx';
import { FindDialog } from './find-dialog.tsx';
import { HandDialog } from './hand-dialog.tsx';
import { LANES, type LaneId, Lanes } from './lanes.tsx';
import { changesBetween, changesText, dueSummary, found } from './lists.ts';
import { MineCard } from './mine-card.tsx';
import { type Handed, NextCard } from './next-card.tsx';
import { Rows } from './rows.tsx';
import { SettleDialog } from './settle-dialog.tsx';
import { Summary } from './summary.tsx';
import { useFirstFree, useMine, useNewest, useRows, useVisitsToday } from './use-queue.ts';
import { VisitsCard } from './visits-card.tsx';

const rowLinks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')];

/** The township's work. The order is the server's; the page shows it, finds in it and never sorts. */
export function QueuePage({ lane }: { readonly lane: LaneId }) {
  usePageTitle(LANES[lane].name);
  const staff = useStaff();
  const mayAct = useMayAct();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('show');
  const filter: QueueFilter = isFilter(asked) ? asked : 'open';
  const [typed, setTyped] = useState('');
  const [handed, setHanded] = useState<Handed | null>(null);
  const [meeting, setMeeting] = useState(false);
  const [handing, setHanding] = useState<WorkItemView | null>(null);
  const [finding, setFinding] = useState(false);
  const [settling, setSettling] = useState<WorkItemView | null>(null);
  const box = useRef<HTMLInputElement>(null);

  const rows = useRows(lane, filter);
  const newest = useNewest(lane, filter);
  const mine = useMine(mayAct);
  const first = useFirstFree(mayAct);
  const visits = useVisitsToday(mayAct);
  const claim = useClaim();
  const claimNext = useClaimNext();

  const items = useMemo(() => rows.data?.pages.flatMap((p) => p.items) ?? [], [rows.data]);
  const shown = useMemo(() => found(items, typed), [items, typed]);
  const summary = dueSummary(items, rows.hasNextPage);
  const offer =
    rows.data && newest.data && !newest.isPlaceholderData && !rows.isFetching
      ? changesText(changesBetween(items, newest.data.items, newest.data.next === null))
      : undefined;
  const counts = newest.isPlaceholderData ? undefined : newest.data;

  const takeNewest = (): void => {
    void rows.refetch();
    void newest.refetch();
  };
  const next = async (): Promise<void> => {
    const got = await claimNext.run();
    if (got) setHanded(got);
  };
  const move = (action: 'next-row' | 'previous-row'): void => {
    const links = rowLinks();
    const to = rowAfter(action, links.indexOf(document.activeElement as HTMLElement), links.length);
    links[to]?.focus();
    links[to]?.scrollIntoView({ block: 'nearest' });
  };
  useKeys('queue', {
    search: () => box.current?.focus(),
    'next-row': () => move('next-row'),
    'previous-row': () => move('previous-row'),
    open: () => rowLinks()[0]?.focus(),
    refresh: takeNewest,
    ...(mayAct && { 'claim-next': () => void next() }),
  });

  return (
    <Shell>
      <header className="top">
        <label className="search">
          <Icon name="search" />
          <input
            ref={box}
            type="search"
            value={typed}
            autoComplete="off"
            spellCheck={false}
            placeholder="姓名、回执号"
            aria-label="在已取来的里找：姓名、回执号"
            onChange={(e) => setTyped(e.target.value)}
            onKeyDown={(e) => {
              if (e.key === 'Enter') rowLinks()[0]?.focus();
              if (e.key === 'Escape') {
                setTyped('');
                e.currentTarget.blur();
              }
            }}
          />
          <kbd>/</kbd>
        </label>
        {staff.role !== 'confirmer' && staff.role !== 'assistant' && (
          <Button size="small" onClick={() => setFinding(true)}>
            在全部里找
          </Button>
        )}
        <p className="top__day">{todayText(Date.now())}</p>
      </header>
      <main className="work">
        <div className="work__head">
          <h1>{LANES[lane].name}</h1>
          {rows.data && !isEnded(filter) && <Summary summary={summary} waiting={lane === 'applications'} />}
          {lane === 'authentications' && mayAct && (
            <Button size="small" onClick={() => setMeeting(true)}>
              登记一个人
            </Button>
          )}
          {/* A place of its own, so that no row moves when it comes. */}
          <div className="offer" aria-live="polite">
            {offer ? (
              <Button size="small" onClick={takeNewest} icon={<Icon name="refresh" size={16} />}>
                {offer}，换上
              </Button>
            ) : (
              <Button size="small" type="text" onClick={takeNewest} loading={rows.isRefetching} icon={<Icon name="refresh" size={16} />}>
                换上最新的
              </Button>
            )}
          </div>
        </div>
        <UrgentBar />
        <Lanes counts={counts?.lanes} pressing={counts?.pressing} />
        <div className={`split${mayAct ? '' : ' split--one'}`}>
          <section className="card rows" aria-label="队列">
            <Filters
              lane={lane}
              now={filter}
              counts={counts?.counts}
              identities={counts?.lanes?.['identity-conflict']}
              onPick={(f) => setSearch(f === 'open' ? {} : { show: f }, { replace: true })}
            />
            {claim.problem && <ProblemBox problem={claim.problem} again={takeNewest} />}
            {rows.isPending ? (
              <Waiting rows={8} what="队列" />
            ) : rows.isError && !rows.data ? (
              <ProblemNote error={rows.error} again={() => rows.refetch()} />
            ) : (
              <Rows
                items={shown}
                all={items.length}
                typed={typed}
                filter={filter}
                lane={lane}
                staffId={staff.staffId}
                mayAct={mayAct}
                busy={claim.busy}
                more={rows.hasNextPage}
                fetching={rows.isFetchingNextPage}
                error={rows.error}
                left={counts?.counts[endedOf(lane)]}
                onMore={() => rows.fetchNextPage()}
                onClaim={(i) => void claim.run(i.workItemId)}
                onSettle={setSettling}
                onHand={setHanding}
              />
            )}
          </section>
          {mayAct && (
            <aside className="dside">
              <NextCard
                key={handed?.item?.workItemId ?? 'next'}
                first={first.data}
                known={first.isSuccess}
                handed={handed}
                claim={claimNext}
                onClaim={next}
              />
              <MineCard page={mine.data} />
              <VisitsCard today={visits.data} />
            </aside>
          )}
        </div>
      </main>
      {meeting && <MetDialog onClose={() => setMeeting(false)} />}
      {finding && <FindDialog typed={typed} onClose={() => setFinding(false)} />}
      {handing && <HandDialog item={handing} onClose={() => setHanding(null)} />}
      {settling && (
        <SettleDialog
          item={settling}
          onClose={() => setSettling(null)}
          onSettled={() => {
            setSettling(null);
            takeNewest();
          }}
        />
      )}
    </Shell>
  );
}
