import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { choosePersona, persona, SAMPLE_RESIDENTS } from '@/platform/sandbox-phone.h5';
import { useStore } from '@/platform/store';
import { Card, Row } from './card';
import { Note } from './note';
import { Head } from './page';

/** On a development machine: whose phone is this browser? */
export function PersonaGate({ children }: { readonly children: ReactNode }) {
  const who = useStore(persona);
  if (who) return <>{children}</>;
  return (
    <>
      <Head tight title="这是谁的手机" lead="开发用的网页，没有微信。选一位样例居民。" />
      <Card list>
        {SAMPLE_RESIDENTS.map((r) => (
          <Row key={r.id} icon="person" title={r.name} onTap={() => choosePersona(r.id)} />
        ))}
      </Card>
      <View className="gap">
        <Note tone="plain">姓名都是虚构的。</Note>
      </View>
    </>
  );
}
