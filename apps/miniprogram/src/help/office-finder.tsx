import { type OfficeView, type Place, type RoutingAnswer, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { Holder } from '@/components/holder';
import { Note } from '@/components/note';
import { PlaceField } from '@/components/place-field';
import { ProblemNote } from '@/components/problem-panel';
import { Facts } from '@/components/slip';
import { api } from '@/platform/api';
import { useRemote } from '@/platform/use-remote';

/** Asks for the township and shows its office, as far as it is known. No sign-in, and nothing is kept. */
export function OfficeFinder({ label = '您住在哪个镇街' }: { readonly label?: string }) {
  const [place, setPlace] = useState<Place | undefined>();
  const code = place?.kind === 'chongqing' ? place.divisionCode : undefined;
  return (
    <View>
      <PlaceField label={label} value={place} onChange={setPlace} />
      {place && code ? (
        <View className="gap">
          <Found key={code} place={place} />
        </View>
      ) : null}
    </View>
  );
}

function Found({ place }: { readonly place: Place }) {
  const { remote, reload } = useRemote(() =>
    api(residentApi.routing, { body: { members: [{ id: 'm1', registration: place, residence: place }] } }),
  );
  if (remote.state === 'loading') return null;
  if (remote.state === 'problem') return <ProblemNote problem={remote.problem} onAgain={reload} />;
  const offices = officesOf(remote.data);
  return (
    <View className="stack">
      {offices.map((office) => (
        <OfficeCard key={office.id} office={office} />
      ))}
      {offices.length === 0 ? <Note tone="plain">这里的办事窗口还没查到。可以直接到镇政府、街道办事处问民政窗口。</Note> : null}
      <View>
        <View className="small quiet">{remote.data.reason.sentence}</View>
        <Cites citations={remote.data.reason.clauses} />
      </View>
    </View>
  );
}

function officesOf(answer: RoutingAnswer): readonly OfficeView[] {
  if (answer.kind === 'live') return [answer.office];
  if (answer.kind === 'choice') return answer.offices;
  return answer.kind === 'not-live' && answer.office ? [answer.office] : [];
}

/** An office with what is known of it. */
export function OfficeCard({ office }: { readonly office: OfficeView }) {
  const facts = [
    ...(office.address ? [{ name: '在哪里', value: office.address }] : []),
    ...(office.hours ? [{ name: '上班时间', value: office.hours }] : []),
  ];
  return (
    <Card>
      <Holder label={office.district} name={office.name} phone={office.phone} {...(office.sample && { under: '样例，不是真的电话' })} />
      {facts.length ? (
        <View className="gap">
          <Facts facts={facts} />
        </View>
      ) : null}
    </Card>
  );
}
