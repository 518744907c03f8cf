import { residentApi, type SubmissionReceipt } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { copyWords } from '@/application/printing/copy-words';
import { printPage } from '@/application/printing/print-page';
import { receiptDrawing } from '@/application/printing/receipt-picture';
import { receiptText } from '@/application/printing/receipt-text';
import { type KeptReceipt, receiptOf } from '@/application/send/receipts';
import { useApplication } from '@/application/use-application';
import { fullMomentText } from '@/application/words/day-and-time';
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
import { PictureCanvas } from '@/components/picture-canvas';
import { ProblemPanel } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { Facts, Slip, SlipNumber } from '@/components/slip';
import { useAgreed } from '@/platform/agreement';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { savePicture } from '@/platform/save-picture';
import { useRemote } from '@/platform/use-remote';
import { dayFrom, dayInWords } from '@/wording/day';
import { lengthIn } from '../../_logic/length-in';
import '../../_parts/apply.scss';
import { HowLong } from './_how-long';
import { WhoIsTold } from './_told';

/** The receipt from this phone, without network too; where this phone has none, from the server. */
export default function Receipt() {
  const app = useApplication();
  const agreed = useAgreed();
  const { id = '' } = useRouter().params;
  const kept = app && receiptOf(app.storage, id);
  const { remote, reload } = useRemote(
    () => api(residentApi.application, { params: { applicationId: id } }),
    agreed && app !== undefined && !kept,
  );
  if (kept) return <Paper kept={kept} />;
  if (remote.state === 'ready') return <Paper kept={{ receipt: remote.data.receipt, earlierContent: false, photosLeft: 0 }} />;
  return (
    <Page
      title="回执"
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
        {remote.state === 'problem' ? <ProblemPanel problem={remote.problem} kept="回执在镇上也有一份。" /> : <Skeleton rows={6} />}
      </AccountGate>
    </Page>
  );
}

function Paper({ kept: { receipt, earlierContent, photosLeft } }: { readonly kept: KeptReceipt }) {
  const [done, setDone] = useState<string>();
  const by = `${dayFrom(today(), receipt.firstReplyBy.date)}${receipt.firstReplyBy.provisional ? '（暂定）' : ''}前`;
  // The first reply and the result: the two that somebody waits for.
  const promises = receipt.next.slice(0, 2).filter(({ sentence }) => lengthIn(sentence).days);
  const keepPicture = async (): Promise<void> => {
    setDone(undefined);
    const saved = await savePicture(`回执 ${receipt.number}`, (measure) => receiptDrawing(receipt, measure));
    if (saved !== 'given-up') setDone(PICTURE_WORDS[saved]);
  };
  const save = async (): Promise<void> => setDone((await copyWords(receiptText(receipt))) ? '抄好了，粘到哪里都行' : '没抄成，可以截屏');
  return (
    <Page
      title="回执"
      actions={
        <ActionBar hint={done ?? '号也在“办理”里，丢不了'}>
          <ButtonRow>
            {printPage ? (
              <Button kind="second" onTap={printPage}>
                印出来
              </Button>
            ) : (
              <Button kind="second" busyText="正在存" onTap={keepPicture}>
                存成图片
              </Button>
            )}
            <Button onTap={() => goTo('progress', { id: receipt.applicationId })}>看进度</Button>
          </ButtonRow>
        </ActionBar>
      }
    >
      <Slip title="已经收到了" sub={receipt.office.name}>
        <SlipNumber label="您的号" number={receipt.number} hint="打电话、去窗口报它。光凭号，看不到资料。" />
        <View className="gap-l">
          <Facts facts={factsOfReceipt(receipt)} />
        </View>
      </Slip>
      {promises.length ? <HowLong promises={promises} /> : null}
      {earlierContent ? (
        <View className="gap">
          <Note tone="attention" title="收到的是先送的那份">
            后来改的没有在里面。打电话告诉镇上，或等镇上问时再补。
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
      <AskReminders about={['progress']} why="镇上收下、要您补什么，第一时间告诉您。" />
      <WhoIsTold applicationId={receipt.applicationId} />
      <Section title="为什么是这里">
        <Card>
          <View>{receipt.routing.sentence}</View>
          <Cites citations={receipt.routing.clauses} />
        </Card>
      </Section>
      <Section title="接下来" aside={`${by}给您回话`}>
        <CitedSteps steps={receipt.next.filter((one) => !promises.includes(one))} />
      </Section>
      {receipt.notYetSigned.length ? (
        <View className="gap">
          <Note tone="plain" title="还没签的大人，不耽误">
            {receipt.notYetSigned.join('、')}
          </Note>
        </View>
      ) : null}
      <View className="gap">
        <Card>
          <Holder
            label="有事找"
            name={receipt.office.name}
            phone={receipt.office.phone}
            {...(receipt.office.sample && { under: '样例，不是真的电话' })}
          />
        </Card>
      </View>
      {printPage ? (
        <Button kind="quiet" busyText="正在存" onTap={keepPicture}>
          存成图片
        </Button>
      ) : null}
      <Button kind="quiet" busyText="正在抄" onTap={save}>
        抄成文字存
      </Button>
      <PictureCanvas />
    </Page>
  );
}

const PICTURE_WORDS = {
  saved: '图片存好了',
  refused: '相册没让存，可以截屏，或抄成文字存',
  'not-possible': '这部手机存不了图片，可以截屏，或抄成文字存',
} as const;

const factsOfReceipt = (r: SubmissionReceipt) => [
  { name: '交的时间', value: fullMomentText(r.receivedAt) },
  { name: '申请日期', value: `${dayInWords(r.receivedOn)}，已定` },
  { name: '家里', value: `${r.members} 口人` },
  { name: '照片', value: `${r.photos} 张` },
];
