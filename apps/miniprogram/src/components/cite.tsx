import type { CitationView } from '@assist/contracts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from './icon';
import { Tap } from './tap';

/** Where a sentence comes from: document and place; a tap opens the gist in our own words. */
export function Cite({ citation, before }: { readonly citation: CitationView; readonly before?: string }) {
  return <Sources places={[citation]} before={before} />;
}

interface CitesProps {
  readonly citations: readonly CitationView[];
  /** Only the first are named until it is tapped: for a sentence with many, so that the next one is not far away. */
  readonly few?: boolean;
}

/** All citations of one sentence, each place of a document once: two clauses of one place are told together. */
export function Cites({ citations, few }: CitesProps) {
  const places = new Map<string, CitationView>();
  for (const c of citations) {
    const same = places.get(c.label);
    if (!same) places.set(c.label, c);
    else if (!same.gist.includes(c.gist)) places.set(c.label, { ...same, gist: same.gist + c.gist });
  }
  return places.size ? <Sources places={[...places.values()]} few={few} /> : null;
}

interface SourcesProps {
  readonly places: readonly CitationView[];
  readonly before?: string | undefined;
  readonly few?: boolean | undefined;
}
const FIRST = 2;

/** One thing to tap however many they are: the lines stand close, and each gist opens with the others. */
function Sources({ places, before, few }: SourcesProps) {
  const [open, setOpen] = useState(false);
  const named = places.map((one) => one.label);
  // One more is no longer than the line that says so.
  const rest = few && !open && named.length > FIRST + 1 ? named.length - FIRST : 0;
  const shown = named.slice(0, named.length - rest);
  return (
    <View className="cite">
      <Tap
        className="cite__tap"
        expanded={open}
        label={[`${before ?? '依据'} ${shown[0]}`, ...shown.slice(1), ...(rest ? [`还有 ${rest} 条`] : []), open ? '收起' : '看要点'].join(
          '，',
        )}
        onTap={() => setOpen(!open)}
      >
        <Icon name="book" />
        <View>
          {before ? <View>{before}</View> : null}
          {shown.map((label) => (
            <Label key={label} label={label} />
          ))}
          {rest ? <View>{`还有 ${rest} 条`}</View> : null}
        </View>
      </Tap>
      {open ? (
        <View className="cite__gist">
          {places.map(({ label, gist }) => (
            <View key={label}>
              {places.length > 1 ? <View className="cite__of">{label}</View> : null}
              {gist}
            </View>
          ))}
        </View>
      ) : null}
    </View>
  );
}

/** Document and place: a line may end between them, not inside of them. The space at its end parts it from the next for who reads by words. */
function Label({ label }: { readonly label: string }) {
  const [document, ...place] = label.split(' ');
  return (
    <View className="cite__label">
      <Text className={document?.includes('〔') ? 'cite__piece cite__piece--number' : 'cite__piece'}>{document}</Text>
      {place.length ? ' ' : null}
      {place.length ? <Text className="cite__piece">{place.join(' ')}</Text> : null}{' '}
    </View>
  );
}
