import type { Problem } from '@assist/contracts';
import { addDays } from '@assist/policy';
import { View } from '@tarojs/components';
import { useEffect, useReducer, useState } from 'react';
import { PhotoBox } from '@/application/photo-box';
import { ActionBar, ButtonRow } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { AgreeBox } from '@/components/choice';
import { Cites } from '@/components/cite';
import { DateField } from '@/components/date-field';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { accessible } from '@/platform/accessible';
import { today } from '@/platform/clock';
import { replaceWith } from '@/platform/navigate';
import { CITED } from '../../_logic/cited';
import { FilmBox } from '../../_parts/film-box';
import { consentTo, FullStatement } from '../../_parts/statement';
import { type RunProps, withRun } from '../../_parts/with-run';
import '../../_parts/auth.scss';

/** So many days back a dated picture still says that somebody is there; the server's figure. */
const DAYS_BACK = 3;
const CONSENTS = { self: '我同意工作人员看', other: '本人同意工作人员看' } as const;

/** A dated video or photo that a person looks at; with a guardian, the photo that belongs to the guardian's face. */
function Video({ app, run, change }: RunProps) {
  const { id, name } = run;
  const [agreed, setAgreed] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [, look] = useReducer((n: number) => n + 1, 0);
  useEffect(() => app.videos.subscribe(look), [app]);
  useEffect(() => app.photos.subscribe(look), [app]);
  const guardian = run.role === 'guardian';
  const self = run.role === 'self';
  const asked = run.evidence?.asked !== undefined;
  const films = app.videos.of(id);
  const photos = app.photos.of(id);
  const usable = films.filter((f) => f.state !== 'refused').length + photos.filter((p) => p.state !== 'refused').length;
  const going = films.some((f) => f.state === 'chosen') || photos.some((p) => p.state === 'chosen');
  const takenOn = run.evidence?.takenOn ?? today();
  const words = self ? CONSENTS.self : CONSENTS.other;

  const send = async (): Promise<void> => {
    setProblem(undefined);
    if (usable === 0) return setWrong(guardian ? '先拍一张照片' : '先拍一段视频，或者一张照片');
    if (!agreed && !asked) return setWrong('看清楚了，同意的话在上面点一下。不想拍就换个办法，一样办。');
    setWrong(undefined);
    const sent = await app.runs.sendEvidence(id, consentTo('video'));
    if (sent.kind === 'received') replaceWith('authReceipt', { id: sent.view.authenticationId });
    else setProblem(sent.problem);
  };
  // It went by itself while the page stood here.
  const gone = asked && app.runs.of(id) === undefined;
  if (gone)
    return (
      <Page
        title="拍视频、照片"
        actions={
          <ActionBar>
            <Button onTap={() => replaceWith('authReceipt')}>看凭证</Button>
          </ActionBar>
        }
      >
        <Head title="送到了，有人会看" lead="看好了告诉您。看的时候钱照发。" />
      </Page>
    );
  return (
    <Page
      title="拍视频、照片"
      actions={
        <ActionBar hint={asked ? '传完自己就送，走开也不丢' : '由人来看，不用机器比'}>
          <ButtonRow>
            <Button
              kind="second"
              onTap={() =>
                replaceWith('authDifficulty', {
                  id: guardian ? app.runs.begin({ whom: run.whom, role: 'family', name }).id : id,
                  other: '1',
                })
              }
            >
              换个办法
            </Button>
            <Button onTap={send}>{asked ? '再送一次' : '送给镇上看'}</Button>
          </ButtonRow>
        </ActionBar>
      }
    >
      <Head
        tight
        title={guardian ? `给${name}拍一张照片` : self ? '拍一段您的视频，或者照片' : `拍一段${name}的视频，或者照片`}
        lead={guardian ? '就在现在、就在这里拍，脸看得清就行。' : '说一声今天几月几日；说不了的，把日历拍进去。'}
      />
      {guardian && !run.guardianFace ? (
        <View className="below">
          <Note tone="attention">监护人先刷脸，再拍照片。刷不了的，换个办法。</Note>
        </View>
      ) : null}
      {guardian ? null : (
        <Section title="视频" aside="最多 60 秒，几秒就够">
          <FilmBox app={app} owner={id} />
        </Section>
      )}
      <Section title={guardian ? '照片' : '或者照片'}>
        <PhotoBox app={app} owner={id} about="other" onAdded={() => setWrong(undefined)} />
      </Section>
      <View className="gap-l">
        <DateField
          label="哪天拍的"
          value={takenOn}
          from={addDays(today(), -DAYS_BACK)}
          to={today()}
          onChange={(day) => change((r) => ({ ...r, evidence: { ...(r.evidence ?? { id: app.newId() }), takenOn: day } }))}
        />
      </View>
      <Section title="给人看，要您点头">
        <FullStatement id="video" open />
        <View className="gap">
          <AgreeBox
            on={agreed || asked}
            label={words}
            onChange={(on) => {
              setAgreed(on);
              setWrong(undefined);
            }}
          >
            {words}
          </AgreeBox>
        </View>
      </Section>
      <View {...accessible({ role: 'status', live: 'polite' })}>
        {wrong ? (
          <View className="gap">
            <Note tone="attention">{wrong}</Note>
          </View>
        ) : null}
        {asked && going ? (
          <View className="gap">
            <Note tone="info">还在传，传完自己就送。断了从断的地方接着传。</Note>
          </View>
        ) : null}
      </View>
      {problem ? (
        <View className="gap">
          <ProblemNote problem={problem} />
        </View>
      ) : null}
      <View className="gap-s">
        <Cites citations={[CITED.byPeople]} />
      </View>
      {asked ? null : (
        <View className="gap">
          <Card>
            <View className="small">不想拍，可以请人上门，也可以到镇上、村社见个面。钱不会因此变少。</View>
          </Card>
        </View>
      )}
    </Page>
  );
}

export default withRun('拍视频、照片', Video);
