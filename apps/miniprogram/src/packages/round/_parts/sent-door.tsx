import { View } from '@tarojs/components';
import type { DoorDraft } from '@/application/round/door-draft';
import type { RoundWork } from '@/application/round/round';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { State } from '@/components/state';
import { goBack } from '@/platform/navigate';
import { PROGRESS } from './words';

/** Written and on its way: where it is, and what the household will see. */
export function SentDoor({ round, door }: { readonly round: RoundWork; readonly door: DoorDraft }) {
  const at = PROGRESS[round.progressOf(door)];
  const { receipt, problem } = door;
  return (
    <Page
      title={door.name}
      actions={
        <ActionBar>
          <Button onTap={goBack}>去下一家</Button>
          {receipt ? null : (
            <Button kind="second" busyText="正在传" onTap={round.resume}>
              现在就送
            </Button>
          )}
        </ActionBar>
      }
    >
      <Head
        tight
        title={receipt ? '镇街收到了' : '记好了，在手机里'}
        lead={receipt ? '这一家也会收到一句，看得到替他们记了什么。' : '有网就自己送，关掉也不丢。'}
      >
        <State kind={at.kind}>{at.words}</State>
      </Head>
      {receipt ? (
        <Card>
          <View className="strong">{receipt.number}</View>
          {receipt.counted.length > 0 ? <View className="gap-s">{receipt.counted.length} 个人算今年见过面</View> : null}
          {receipt.changeNumber ? <View className="gap-s">变化报告 {receipt.changeNumber}</View> : null}
          {receipt.photos > 0 ? <View className="gap-s">照片 {receipt.photos} 张</View> : null}
        </Card>
      ) : null}
      {!receipt && problem ? (
        <Note tone="attention">{problem.code === 'forbidden' ? '这部手机解绑了。到工作台再要一个码绑上，就接着送。' : problem.title}</Note>
      ) : null}
    </Page>
  );
}
