import type { OfficeView } from '@assist/contracts';
import { View } from '@tarojs/components';
import { Card, Row } from '@/components/card';
import { Section } from '@/components/page';
import { call } from '@/platform/phone';

const LIFE = [
  { number: '120', title: '人病了、伤了', icon: 'hospital' },
  { number: '110', title: '有危险、被打、走丢了', icon: 'alert' },
  { number: '119', title: '着火、被困', icon: 'alarm' },
] as const;

/** Whom to call. They stand on the page before anything was asked, sent or answered, and nothing takes them away. */
export function Numbers({ office }: { readonly office?: OfficeView | undefined }) {
  return (
    <Section title="打电话最快">
      <Card list>
        {office?.phone ? (
          <View className="office-number">
            <Row
              icon="phone"
              title={`${office.name}${office.sample ? '（样例，不是真的电话）' : ''}`}
              under={
                <>
                  打 <View className="office-number__whole">{office.phone}</View>
                </>
              }
              onTap={() => call(office.phone as string)}
            />
          </View>
        ) : null}
        {LIFE.map((l) => (
          <Row key={l.number} icon={l.icon} iconTone="urgent" title={l.title} under={`打 ${l.number}`} onTap={() => call(l.number)} />
        ))}
        <Row icon="phone" title="政务服务热线" under="打 12345，请他们转给当地民政" onTap={() => call('12345')} />
      </Card>
    </Section>
  );
}
