import { type OfficeView, type Place, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { PlaceField } from '@/components/place-field';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { OfficeCard } from '@/help/office-finder';
import { api } from '@/platform/api';
import { makeStore, useStore } from '@/platform/store';
import { useRemote } from '@/platform/use-remote';

/** The township that was picked, for as long as the app is open: so that one who comes back need not pick again. Written down nowhere. */
const picked = makeStore<Place | undefined>(undefined);

/** Asks for the township, and gives its office to what stands below. Nobody signs in for it. */
export function MyTownship({ label, children }: { readonly label: string; readonly children: (office: OfficeView) => ReactNode }) {
  const [place, setPlace] = useState<Place | undefined>(picked.get());
  useStore(picked);
  const code = place?.kind === 'chongqing' ? place.divisionCode : undefined;
  return (
    <>
      <PlaceField
        label={label}
        value={place}
        onChange={(now) => {
          picked.set(now);
          setPlace(now);
        }}
      />
      {place && code ? (
        <View className="gap">
          <Found key={code} place={place}>
            {children}
          </Found>
        </View>
      ) : null}
    </>
  );
}

function Found({ place, children }: { readonly place: Place; readonly children: (office: OfficeView) => ReactNode }) {
  const { remote, reload } = useRemote(() =>
    api(residentApi.routing, { body: { members: [{ id: 'm1', registration: place, residence: place }] } }),
  );
  if (remote.state === 'loading') return <Skeleton rows={3} />;
  if (remote.state === 'problem') return <ProblemNote problem={remote.problem} onAgain={reload} />;
  if (remote.data.kind === 'live') return <>{children(remote.data.office)}</>;
  const office = remote.data.kind === 'not-live' ? remote.data.office : undefined;
  return (
    <View className="stack">
      <Note tone="attention" title="这个地方还没用上救助通">
        打电话，或者到镇街、村（社区）说，一样算数。
      </Note>
      {office ? <OfficeCard office={office} /> : null}
      <Cites citations={remote.data.reason.clauses} />
    </View>
  );
}
