import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { NumberedSteps } from '@/components/numbered-steps';
import { Head, Page, Section } from '@/components/page';
import { OfficeFinder } from '@/help/office-finder';
import { isTopic, TOPICS, type Topic } from '@/help/topics';
import { goTo } from '@/platform/navigate';
import { call } from '@/platform/phone';

/** How something is done by phone, at the window or by a visit. */
export default function Help() {
  const { about } = useRouter().params;
  const topic: Topic = TOPICS[isTopic(about) ? about : 'call'];
  return (
    <Page
      open
      title={topic.name}
      actions={
        <ActionBar hint="找不到电话的，打政务服务热线问">
          <Button kind="second" icon="phone" onTap={() => call('12345')}>
            打 12345
          </Button>
        </ActionBar>
      }
    >
      <Head tight title={topic.title} lead={topic.lead} />
      {topic.notHereYet ? <Note tone="attention">{topic.notHereYet}</Note> : null}
      <Section title="这样办">
        <NumberedSteps steps={topic.steps} />
        {topic.citedFrom ? <View className="small quiet gap">{topic.citedFrom}</View> : null}
        {topic.cited ? <Cites citations={topic.cited} /> : null}
      </Section>
      <Section title="找您那里的窗口">
        <OfficeFinder />
      </Section>
      <Section title="怕点错？">
        <Card list>
          <Row icon="hand" title="先练一练" under="用编出来的一家人，什么也送不出去" onTap={() => goTo('practice')} />
        </Card>
      </Section>
      <View className="foot">查地方不用登录，也不记下来</View>
    </Page>
  );
}
