import { type CertificatesView, type CertificateView, NOT_KNOWN, type Problem, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { printPage } from '@/application/printing/print-page';
import { AccountGate } from '@/components/account-gate';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { Slip, SlipNumber } from '@/components/slip';
import { api } from '@/platform/api';
import { goTo } from '@/platform/navigate';
import { newId } from '@/platform/new-id';
import { useRemote } from '@/platform/use-remote';
import { Face, inTwo } from '../../_parts/certificate-face';

const WHY: Record<NonNullable<CertificatesView['notShown']>, { readonly title: string; readonly lead: string }> = {
  [NOT_KNOWN]: { title: '现在还开不了', lead: '打电话请镇上看一下，也可以到窗口开。' },
  'not-verified': { title: '先核一下身份', lead: '证明要写您的名字，所以要先有人看过您的证件。' },
  'not-in-register': { title: '名册里还没找到您', lead: '正在领救助的，打电话请镇上看一下。' },
  'nothing-in-force': { title: '现在没有正在领的', lead: '办下来以后，这里就能开。' },
};

/** 救助证明: what is in force, on a slip with a code for whoever asks. */
export default function Certificate() {
  return (
    <Page title="救助证明">
      <AccountGate>
        <Inside />
      </AccountGate>
    </Page>
  );
}

function Inside() {
  const { remote, reload } = useRemote(() => api(residentApi.certificates, {}));
  const [problem, setProblem] = useState<Problem>();
  if (remote.state === 'loading') return <Skeleton rows={4} />;
  if (remote.state === 'problem') return <ProblemNote problem={remote.problem} onAgain={reload} />;
  const { possible, given, notShown, sentence } = remote.data;
  const good = given.filter((one) => one.state === 'valid');
  const make = async (caseId: string): Promise<void> => {
    const answer = await api(residentApi.issueCertificate, { params: { certificateId: await newId() }, body: { caseId } });
    setProblem(answer.ok ? undefined : answer.problem);
    await reload();
  };
  const why = notShown && WHY[notShown];
  return (
    <>
      <Head tight title={why?.title ?? (good.length ? '给要看的人看这张' : '开一张救助证明')} lead={why?.lead ?? sentence.sentence} />
      {notShown === 'not-verified' ? <Button onTap={() => goTo('identity')}>去核身份</Button> : null}
      {problem ? <ProblemNote problem={problem} onAgain={reload} /> : null}
      {good.map((one) => (
        <Good key={one.certificateId} given={one} onChanged={reload} />
      ))}
      {possible.map((one) => (
        <View key={one.caseId} className="gap">
          <Button kind={good.length ? 'second' : 'primary'} busyText="正在开" onTap={() => make(one.caseId)}>
            {good.length ? '再开一张' : `开一张：${one.benefits.map((b) => b.title).join('、')}`}
          </Button>
        </View>
      ))}
      {given.length > good.length ? (
        <Section title="以前开的">
          <Card list>
            {given
              .filter((one) => one.state !== 'valid')
              .map((one) => (
                <Row
                  key={one.certificateId}
                  icon="papers"
                  title={one.face.benefits.map((b) => b.title).join('、')}
                  under={one.sentence.sentence}
                />
              ))}
          </Card>
        </Section>
      ) : null}
      <View className="gap">
        <Cites citations={sentence.clauses} />
      </View>
      <View className="gap">
        <Card list>
          <Row icon="shield" title="核一张别人的证明" onTap={() => goTo('verify')} />
        </Card>
      </View>
    </>
  );
}

function Good({ given, onChanged }: { readonly given: CertificateView; readonly onChanged: () => Promise<void> }) {
  const takeBack = async (): Promise<void> => {
    await api(residentApi.takeBackCertificate, { params: { certificateId: given.certificateId } });
    await onChanged();
  };
  return (
    <View className="gap">
      <Slip title="救助证明" sub="凭码核得到，核不到的不作数">
        <SlipNumber label="核对码" number={inTwo(given.code ?? '')} hint="在“核一张证明”里写上它，就看得到这张。" />
        <View className="gap-l">
          <Face face={given.face} />
        </View>
      </Slip>
      <View className="gap">
        <Note tone="plain">{given.checks ? `别人核过 ${given.checks} 次。` : '还没有人核过。'}</Note>
      </View>
      <View className="stack gap">
        {printPage ? (
          <Button kind="second" onTap={printPage}>
            印出来
          </Button>
        ) : null}
        <Button kind="quiet" busyText="正在收" onTap={takeBack}>
          收回这张
        </Button>
      </View>
    </View>
  );
}
