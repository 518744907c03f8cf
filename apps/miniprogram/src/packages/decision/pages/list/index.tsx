import { residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { AccountGate } from '@/components/account-gate';
import { Card, Row } from '@/components/card';
import { Head, Page } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { SpokenNumber } from '@/components/slip';
import { State } from '@/components/state';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { useRemote } from '@/platform/use-remote';
import { dayFrom } from '@/wording/day';

/** Everything that is being decided about one's household, the newest first. */
export default function List() {
  return (
    <Page title="意见和决定">
      <AccountGate>
        <Inside />
      </AccountGate>
    </Page>
  );
}

function Inside() {
  const { remote, reload } = useRemote(() => api(residentApi.decisions, {}));
  useDidShow(() => void reload());
  const all = remote.state === 'ready' ? remote.data : [];
  const open = all.filter((one) => !one.ended).length;
  const title =
    remote.state === 'problem'
      ? '这会儿没取到'
      : remote.state === 'loading'
        ? '您家的意见和决定'
        : open
          ? `有 ${open} 件在办`
          : '现在没有在办的';
  return (
    <>
      <Head tight title={title} lead="镇街写的意见、区里的决定，都在这里。" />
      {remote.state === 'problem' ? <ProblemNote problem={remote.problem} onAgain={reload} /> : null}
      {remote.state === 'loading' ? <Skeleton rows={4} /> : null}
      {all.length ? (
        <Card list>
          {all.map((one) => (
            <Row
              key={one.runId}
              icon="document"
              iconTone={one.ended ? 'done' : 'attention'}
              title={one.title}
              under={
                <>
                  <View>{one.standing.sentence}</View>
                  {one.number ? <SpokenNumber label="编号" number={one.number} /> : null}
                  <View className="digits">{`${dayFrom(today(), one.openedOn)}开始`}</View>
                  {one.heard?.possible ? <State kind="half">可以说话</State> : null}
                </>
              }
              onTap={() => goTo('decision', { id: one.runId })}
            />
          ))}
        </Card>
      ) : null}
      <View className="gap">
        <Card list>
          <Row icon="phone" title="打电话、到窗口问" onTap={() => goTo('help', { about: 'call' })} />
        </Card>
      </View>
    </>
  );
}
