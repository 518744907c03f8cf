import type { CitationView } from '@assist/contracts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from './icon';
import { Tap } from './tap';

/** Where a sentence comes from: document and place; a tap opens the gist in our own words. */
export function Cite({ citation, before }: { readonly citation: CitationView; readonly before?: string }) {
  return <Sources places={[citation]} before={before} />;
}

/** All citations of one sentence, each place of a document once: two clauses of one place are told together. */
export function Cites({ citations }: { readonly citations: readonly CitationView[] }) {
  const places = new Map<string, CitationView>();
  for (const c of citations) {
    const same = places.get(c.label);
    if (!same) places.set(c.label, c);
    else if (!same.gist.includes(c.gist)) places.set(c.label, { ...same, gist: same.gist + c.gist });
  }
  return places.size ? <Sources places={[...places.values()]} /> : null;
}

/** One thing to tap however many they are: the lines stand close, and each gist opens with the others. */
function Sources({ places, before }: { readonly places: readonly CitationView[]; readonly before?: string | undefined }) {
  const [open, setOpen] = useState(false);
  const named = places.map((one) => one.label);
  return (
    <View className="cite">
      <Tap
        className="cite__tap"
        expanded={open}
        label={`${before ?? '依据'} ${named.join('，')}，${open ? '收起' : '看要点'}`}
        onTap={() => setOpen(!open)}
      >
        <Icon name="book" />
        <View>
          {before ? <View>{before}</View> : null}
          {named.map((label) => (
            <Label key={label} label={label} />
          ))}
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

/** Document and place: a line may end between them, not inside of them. */
function Label({ label }: { readonly label: string }) {
  const [document, ...place] = label.split(' ');
  return (
    <View className="cite__label">
      <Text className={document?.includes('〔') ? 'cite__piece cite__piece--number' : 'cite__piece'}>{document}</Text>
      {place.length ? ' ' : null}
      {place.length ? <Text className="cite__piece">{place.join(' ')}</Text> : null}
    </View>
  );
}
