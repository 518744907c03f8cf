import { type ApplicationView, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { copyWords } from '@/application/printing/copy-words';
import { printPage } from '@/application/printing/print-page';
import { AccountGate } from '@/components/account-gate';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { NumberedSteps } from '@/components/numbered-steps';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { Facts, Slip, SlipNumber } from '@/components/slip';
import { useAgreed } from '@/platform/agreement';
import { api } from '@/platform/api';
import { useRemote } from '@/platform/use-remote';
import { dayInWords } from '@/wording/day';

const AT_THE_WINDOW = ['带上这张卡和身份证', '到镇街窗口，把号念给他们', '他们看过身份证，才打开您的这一件'];

/** 随身卡: on paper, for a pocket. It holds no name and no paper's number, and opens nothing by itself: the window looks at the identity card. */
export default function CarryCard() {
  const { id = '' } = useRouter().params;
  const [said, setSaid] = useState<string>();
  const { remote, reload } = useRemote(() => api(residentApi.application, { params: { applicationId: id } }), useAgreed() && id !== '');
  const view = remote.state === 'ready' ? remote.data : undefined;
  const copy = async (one: ApplicationView): Promise<void> =>
    setSaid((await copyWords(cardWords(one))) ? '抄好了，发给能打印的人就行' : '没抄成，可以截屏');
  return (
    <Page
      title="随身卡"
      actions={
        view ? (
          <ActionBar hint={said ?? '丢了也不要紧，光有号看不到资料'}>
            {printPage ? <Button onTap={printPage}>印一张</Button> : <Button onTap={() => copy(view)}>抄下来，请人打印</Button>}
          </ActionBar>
        ) : null
      }
    >
      <AccountGate>
        <Head tight title="不用手机，带着这张也能办" lead="到窗口、打电话都用得上。" />
        {remote.state === 'loading' ? <Skeleton rows={5} /> : null}
        {remote.state === 'problem' ? <ProblemNote problem={remote.problem} onAgain={reload} /> : null}
        {view ? <Paper view={view} /> : null}
      </AccountGate>
    </Page>
  );
}

const factsOf = ({ receipt }: ApplicationView) => [
  { name: '哪天交的', value: dayInWords(receipt.receivedOn) },
  { name: '哪里在办', value: receipt.office.name },
  ...(receipt.office.phone
    ? [{ name: '电话', value: `${receipt.office.phone}${receipt.office.sample ? '（样例，不是真的电话）' : ''}` }]
    : []),
  { name: '也能打', value: '12345 政务服务热线' },
];

const cardWords = (view: ApplicationView): string =>
  [
    '随身卡 · 救助申请',
    `号：${view.receipt.number}`,
    ...factsOf(view).map(({ name, value }) => `${name}：${value}`),
    ...AT_THE_WINDOW,
  ].join('\n');

const Paper = ({ view }: { readonly view: ApplicationView }) => (
  <>
    <Slip title="救助申请" sub={view.receipt.office.name}>
      <SlipNumber label="号" number={view.receipt.number} hint="念给窗口听的。它打不开资料。" />
      <View className="gap-l">
        <Facts facts={factsOf(view)} />
      </View>
    </Slip>
    <Section title="到了窗口">
      <NumberedSteps steps={AT_THE_WINDOW} />
    </Section>
    <View className="gap">
      <Note tone="plain">办这件事不收钱，不要银行卡密码，也不要短信验证码。</Note>
    </View>
  </>
);
