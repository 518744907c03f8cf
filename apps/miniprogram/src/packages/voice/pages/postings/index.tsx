import { type OfficeView, type PostingView, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Segments } from '@/components/choice';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { Facts } from '@/components/slip';
import { TextField } from '@/components/text-field';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { useRemote } from '@/platform/use-remote';
import { CITED } from '../../_logic/cited';
import { daysLeft, factsOfPosting } from '../../_logic/posting-lines';
import { MyTownship } from '../../_parts/my-township';
import '../../_parts/voice.scss';

/** What hangs in one's township: as the policy package renders it, and not a word more. */
export default function Postings() {
  return (
    <Page title="社区公示">
      <Head tight title="您那里正在公示的" lead="不用登录，也不记您看了谁。" />
      <MyTownship label="您住在哪个镇街">{(office) => <Hanging office={office} />}</MyTownship>
      <Section title="还能做什么">
        <Card list>
          <Row icon="document" title="提过意见，看回复" under="要号和口令" onTap={() => goTo('voiceBack')} />
          <Row icon="megaphone" title="举报或投诉" under="留不留名字都行" onTap={() => goTo('complaint')} />
          <Row icon="phone" title="到公示栏看、打电话说" onTap={() => goTo('help', { about: 'posting' })} />
        </Card>
      </Section>
    </Page>
  );
}

const KINDS = [
  { value: 'notice', title: '公示', under: '还没定，能提意见' },
  { value: 'publication', title: '公布', under: '已经定下的' },
] as const;

function Hanging({ office }: { readonly office: OfficeView }) {
  const [kind, setKind] = useState<PostingView['kind']>('notice');
  const [village, setVillage] = useState('');
  const [wanted, setWanted] = useState('');
  const { remote, reload } = useRemote(() =>
    api(residentApi.postings, { query: { office: office.id, ...(wanted && { village: wanted }) } }),
  );
  useEffect(() => void reload(), [wanted, reload]);
  useDidShow(() => void reload());
  if (remote.state === 'loading') return <Skeleton rows={5} />;
  if (remote.state === 'problem') return <ProblemNote problem={remote.problem} onAgain={reload} />;
  const shown = remote.data.filter((one) => one.kind === kind);
  return (
    <>
      <View className="gap">
        <TextField
          label="只看哪个村、社区"
          aside="可以空着"
          hint="比如：红旗村"
          value={village}
          maxLength={30}
          onChange={(words) => {
            setVillage(words);
            if (!words.trim()) setWanted('');
          }}
        />
        {village.trim() && village.trim() !== wanted ? (
          <View className="gap">
            <Button small kind="second" onTap={() => setWanted(village.trim())}>
              {`只看${village.trim()}`}
            </Button>
          </View>
        ) : null}
      </View>
      <View className="gap">
        <Segments label="看哪一种" options={KINDS} value={kind} onChange={setKind} />
      </View>
      <Section
        title={
          shown.length === 0
            ? `${wanted || office.name}现在没有`
            : kind === 'notice'
              ? `正在公示 ${shown.length} 户`
              : `公布了 ${shown.length} 户`
        }
      >
        {shown.length === 0 ? (
          <View className="quiet">{kind === 'notice' ? '没有挂着的公示。挂满 7 天，自己就没了。' : '没有公布的。'}</View>
        ) : (
          <View className="stack">
            {shown.map((one) => (
              <Posting key={one.postingId} one={one} />
            ))}
          </View>
        )}
      </Section>
      <View className="gap stack">
        <Note tone="plain" icon="lock">
          只登这几项。为什么、收入、病情、孩子，都不登。
        </Note>
        {kind === 'notice' ? (
          <Note tone="plain" icon="shield">
            您提意见，对方不知道是谁。
          </Note>
        ) : null}
        <Cites citations={[CITED.notice, CITED.three, CITED.privacy]} />
      </View>
    </>
  );
}

function Posting({ one }: { readonly one: PostingView }) {
  const left = daysLeft(one.until, today());
  return (
    <Card>
      <View className="posting__name">{one.applicantName}</View>
      {one.kind === 'notice' ? <View className="posting__left">{left > 0 ? `还挂 ${left} 天` : '今天是最后一天'}</View> : null}
      <Facts facts={factsOfPosting(one)} />
      {one.kind === 'notice' ? (
        <View className="gap">
          <Button
            small
            kind="second"
            icon="hand"
            label={`对${one.applicantName}这一户，我有不同意见`}
            onTap={() => goTo('objection', { id: one.postingId })}
          >
            我有不同意见
          </Button>
        </View>
      ) : null}
    </Card>
  );
}
