import { CHANGE_STATE_NAMES, type ChangeView, residentApi, wordsOf } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { stopPullDown } from '@/application/follow/stop-pull-down';
import { momentText } from '@/application/words/day-and-time';
import { AccountGate } from '@/components/account-gate';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Cites } from '@/components/cite';
import { CitedSteps } from '@/components/cited-steps';
import { Holder } from '@/components/holder';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { SpokenNumber } from '@/components/slip';
import { Timeline } from '@/components/timeline';
import { useAgreed } from '@/platform/agreement';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { useRemote } from '@/platform/use-remote';
import { dayFrom } from '@/wording/day';
import { goodFirst } from '../../_logic/effect-words';
import { followSteps } from '../../_logic/follow-steps';
import { EffectCard } from '../../_parts/effect-card';
import '../../_parts/change.scss';

/** Where a notice is: in whose hands, what was found, and the way so far. */
export default function Follow() {
  const { id = '' } = useRouter().params;
  const { remote, reload } = useRemote(() => api(residentApi.change, { params: { changeId: id } }), useAgreed());
  useDidShow(() => void reload());
  usePullDownRefresh(() => void reload().then(stopPullDown));
  if (remote.state === 'ready') return <Ready view={remote.data} onRefresh={reload} />;
  return (
    <Page title="变化的进度">
      <AccountGate>
        {remote.state === 'problem' ? <ProblemNote problem={remote.problem} onAgain={reload} /> : <Skeleton rows={6} />}
        <Button kind="quiet" onTap={() => goTo('changeReceipt', { id })}>
          看凭证
        </Button>
      </AccountGate>
    </Page>
  );
}

function Ready({ view, onRefresh }: { readonly view: ChangeView; readonly onRefresh: () => Promise<void> }) {
  const { receipt, holder, opinion, effects, state, passOn } = view;
  const by = `${dayFrom(today(), receipt.firstReplyBy.date)}${receipt.firstReplyBy.provisional ? '（暂定）' : ''}前给您回话`;
  return (
    <Page title="变化的进度">
      <Head title={wordsOf(CHANGE_STATE_NAMES, state, '工作人员在办')} lead={<SpokenNumber number={receipt.number} />} tight />
      {opinion ? (
        <View className="below">
          <Card tone="tint">
            <View className="strong">镇上先看的意见</View>
            <View>{opinion.sentence.sentence}</View>
            <View className="cap quiet">{momentText(opinion.at, today())}</View>
            <Cites citations={opinion.sentence.clauses} />
          </Card>
        </View>
      ) : null}
      <Card>
        <Holder
          label="现在在谁手里"
          name={holder.clerk ?? holder.office.name}
          {...(holder.clerk && { under: holder.office.name })}
          phone={holder.office.phone}
        />
        {state === 'received' || state === 'opened' ? <View className="gap small">{by}</View> : null}
      </Card>
      <Section title="走到哪一步">
        <Timeline steps={followSteps(view, today())} />
      </Section>
      <Section title="报了什么" aside={`${receipt.told.length} 样`}>
        <Card>
          {receipt.told.map((one) => (
            <View key={one}>{one}</View>
          ))}
          {passOn ? <View className="small quiet">同意过：到时候直接看别的帮助</View> : null}
        </Card>
      </Section>
      {effects.length > 0 ? (
        <Section title="报的时候估的" aside="是估算，不是决定">
          {goodFirst(effects).map((effect) => (
            <View key={effect.event} className="below">
              <EffectCard effect={effect} title={effect.title} />
            </View>
          ))}
        </Section>
      ) : null}
      {receipt.next.length > 0 && state !== 'settled' ? (
        <Section title="接下来">
          <CitedSteps steps={receipt.next} />
        </Section>
      ) : null}
      {state === 'settled' ? <Note tone="good">这一件办好了，不用您再做什么。</Note> : null}
      <View className="gap">
        <Card list>
          <Row
            icon="papers"
            title="看凭证"
            under={<SpokenNumber number={receipt.number} />}
            onTap={() => goTo('changeReceipt', { id: receipt.changeId })}
          />
        </Card>
      </View>
      <View className="gap">
        <Button kind="second" icon="again" busyText="正在取" onTap={onRefresh}>
          看看有没有新的
        </Button>
      </View>
    </Page>
  );
}
