import { residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { changeReceiptOf, type KeptChange } from '@/application/change/change-receipts';
import { copyWords } from '@/application/printing/copy-words';
import { printPage } from '@/application/printing/print-page';
import { useApplication } from '@/application/use-application';
import { AccountGate } from '@/components/account-gate';
import { ActionBar, ButtonRow } from '@/components/action-bar';
import { AskReminders } from '@/components/ask-reminders';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { CitedSteps } from '@/components/cited-steps';
import { Holder } from '@/components/holder';
import { Note } from '@/components/note';
import { Page, Section } from '@/components/page';
import { ProblemPanel } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { Facts, Slip, SlipNumber } from '@/components/slip';
import { useAgreed } from '@/platform/agreement';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { useRemote } from '@/platform/use-remote';
import { dayFrom } from '@/wording/day';
import { isGentle, slipFacts, slipText } from '../../_logic/slip-text';
import { Stamp } from '../../_parts/stamp';
import '../../_parts/change.scss';

/** The slip from this phone, without network too; where this phone has none, from the server. */
export default function Receipt() {
  const app = useApplication();
  const agreed = useAgreed();
  const { id = '' } = useRouter().params;
  const kept = app && changeReceiptOf(app.storage, id);
  const { remote, reload } = useRemote(() => api(residentApi.change, { params: { changeId: id } }), agreed && app !== undefined && !kept);
  if (kept) return <Paper kept={kept} />;
  if (remote.state === 'ready') return <Paper kept={{ receipt: remote.data.receipt, earlierContent: false, photosLeft: 0 }} />;
  return (
    <Page
      title="变化凭证"
      actions={
        remote.state === 'problem' ? (
          <ActionBar>
            <Button busyText="正在取" onTap={reload}>
              再试一次
            </Button>
            <Button kind="quiet" icon="phone" onTap={() => goTo('help', { about: 'call' })}>
              打电话问这件事
            </Button>
          </ActionBar>
        ) : null
      }
    >
      <AccountGate>
        {remote.state === 'problem' ? <ProblemPanel problem={remote.problem} kept="凭证在镇上也有一份。" /> : <Skeleton rows={6} />}
      </AccountGate>
    </Page>
  );
}

function Paper({ kept: { receipt, earlierContent, photosLeft, contact } }: { readonly kept: KeptChange }) {
  const [done, setDone] = useState<string>();
  const id = receipt.changeId;
  const save = async (): Promise<void> => setDone((await copyWords(slipText(receipt))) ? '抄好了，粘到哪里都行' : '没抄成，可以截屏');
  return (
    <Page
      title="变化凭证"
      actions={
        <ActionBar hint={done ?? '号也在“办理”里，丢不了'}>
          <ButtonRow>
            {printPage ? (
              <Button kind="second" onTap={printPage}>
                印出来
              </Button>
            ) : (
              <Button kind="second" busyText="正在抄" onTap={save}>
                抄下来存
              </Button>
            )}
            <Button onTap={() => goTo('changeProgress', { id })}>看进度</Button>
          </ButtonRow>
        </ActionBar>
      }
    >
      <Slip title={isGentle(receipt) ? '我们知道了，请节哀' : '已经告诉镇上了'} sub={receipt.office.name}>
        <SlipNumber label="凭证号" number={receipt.number} hint="打电话、去窗口报它。光凭号，看不到资料。" />
        <View className="gap-l">
          <Facts facts={slipFacts(receipt)} />
        </View>
        <Stamp receipt={receipt} />
      </Slip>
      {receipt.notInRegister ? (
        <View className="gap">
          <Note tone="info" title="名册里还没找到您家">
            一样算数，镇上的人会去找、去对。
          </Note>
        </View>
      ) : null}
      {earlierContent ? (
        <View className="gap">
          <Note tone="attention" title="收到的是先送的那份">
            后来改的没有在里面。打电话告诉镇上，或再报一次。
          </Note>
        </View>
      ) : null}
      {photosLeft ? (
        <View className="gap">
          <Note tone="attention" title={`还有 ${photosLeft} 张照片没交上`}>
            都在手机里。镇上要的时候能补。
          </Note>
        </View>
      ) : null}
      {contact?.length ? (
        <View className="gap">
          <Note tone="info" title="换电话、银行卡，要再核一步">
            这一样另办，只有本人能换。
          </Note>
          <View className="gap">
            <Button kind="second" onTap={() => goTo('contact')}>
              去换电话、银行卡
            </Button>
          </View>
        </View>
      ) : null}
      <AskReminders about={['progress']} why="镇上看过了、办好了，第一时间告诉您。" />
      <Section title="这张凭证有什么用">
        <Card>
          <View>{receipt.goodFor.sentence}</View>
          <Cites citations={receipt.goodFor.clauses} />
        </Card>
      </Section>
      <Section
        title="接下来"
        aside={`${dayFrom(today(), receipt.firstReplyBy.date)}${receipt.firstReplyBy.provisional ? '（暂定）' : ''}前给您回话`}
      >
        <CitedSteps steps={receipt.next} />
      </Section>
      <View className="gap">
        <Card>
          <Holder
            label="现在在谁手里"
            name={receipt.office.name}
            phone={receipt.office.phone}
            {...(receipt.office.sample && { under: '样例，不是真的电话' })}
          />
        </Card>
      </View>
      {printPage ? (
        <Button kind="quiet" onTap={save}>
          抄成文字存
        </Button>
      ) : null}
    </Page>
  );
}
