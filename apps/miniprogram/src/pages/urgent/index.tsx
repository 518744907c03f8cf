import { View } from '@tarojs/components';
import { Card, Row } from '@/components/card';
import { Cites } from '@/components/cite';
import { Icon } from '@/components/icon';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { CITED } from '@/help/cited';
import { OfficeFinder } from '@/help/office-finder';
import { call } from '@/platform/phone';

const LIFE = [
  { number: '120', title: '人病了、伤了', icon: 'hospital' },
  { number: '110', title: '有危险、被打、走丢了', icon: 'alert' },
  { number: '119', title: '着火、被困', icon: 'alarm' },
] as const;

/** No sign-in, no form: whom to call. It says plainly that nothing is sent from here yet. */
export default function Urgent() {
  return (
    <Page title="急事求助">
      <Head tight title="先打电话，最快" lead="点一下就拨号。不用登录，不用填表。" />
      <Card list>
        {LIFE.map((l) => (
          <Row
            key={l.number}
            icon={l.icon}
            iconTone="urgent"
            title={l.title}
            under={`打 ${l.number}`}
            label={`${l.title}，打 ${l.number}`}
            onTap={() => call(l.number)}
          />
        ))}
      </Card>
      <Section title="断粮、没住处、看不起病">
        <Note tone="plain" title="人在哪里，就找哪里的镇街">
          不看户口在哪。跟他们说：家里出了急事，要救助。
        </Note>
        <Cites citations={[CITED.emergencyAnywhere]} />
        <OfficeFinder label="您现在在哪个镇街" />
      </Section>
      <Section title="不知道找谁">
        <Card list>
          <Row
            icon="phone"
            title="政务服务热线"
            under="打 12345，请他们转给当地民政"
            label="打 12345 政务服务热线"
            onTap={() => call('12345')}
          />
        </Card>
      </Section>
      <View className="gap-l">
        <Note tone="attention" title="这一页还不会替您送出去">
          按住说话、送到镇上，还没有做好。请直接打电话。
        </Note>
      </View>
      <View className="foot">
        <Icon name="shield" size="s" />
        求助不收一分钱
      </View>
    </Page>
  );
}
