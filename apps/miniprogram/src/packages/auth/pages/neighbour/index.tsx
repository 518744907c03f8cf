import { type Place, type Problem, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Application } from '@/application/application';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { AgreeBox } from '@/components/choice';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { PlaceField } from '@/components/place-field';
import { ProblemNote } from '@/components/problem-panel';
import { TextField } from '@/components/text-field';
import { account, useAccount } from '@/platform/account';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { replaceWith } from '@/platform/navigate';
import { placeName } from '@/platform/places';
import { type PersonProblems, readPerson } from '../../_logic/read-person';
import { withPhone } from '../../_parts/with-run';
import '../../_parts/auth.scss';

/** Somebody by name and number: a neighbour, or oneself where the register has not found one yet. It opens nothing of theirs. */
function Neighbour({ app }: { readonly app: Application }) {
  const self = useRouter().params.for === 'self';
  const me = useAccount();
  const [name, setName] = useState((self && me?.name) || '');
  const [number, setNumber] = useState('');
  const [withoutCard, setWithoutCard] = useState(false);
  const [place, setPlace] = useState<Place>();
  const [wrong, setWrong] = useState<PersonProblems>({});
  const [problem, setProblem] = useState<Problem>();
  const next = async (): Promise<void> => {
    const read = readPerson({ name, number, withoutCard, place }, today());
    setWrong('problems' in read ? read.problems : {});
    if ('problems' in read) return;
    const { residence, paper } = read;
    // For oneself the account says who it is first; a typed number proves nothing, and says so.
    if (self && account.get()?.identity !== 'verified') {
      const claimed = await api(residentApi.claimIdentity, { body: { name: read.name, paper } });
      setProblem(claimed.ok ? undefined : claimed.problem);
      if (!claimed.ok) return;
      account.set(claimed.data);
    }
    const office = residence.kind === 'chongqing' ? await placeName(residence.divisionCode) : undefined;
    const run = app.runs.begin({
      whom: { name: read.name, paper, residence },
      role: self ? 'self' : 'neighbour',
      name: read.name,
      ...(office && { office }),
    });
    replaceWith('authDifficulty', { id: run.id });
  };
  return (
    <Page
      title={self ? '自己做' : '帮人认证'}
      actions={
        <ActionBar hint={self ? '名册里没找到，一样能做' : '只做这一次，看不到那个人的资料'}>
          <Button busyText="正在存" onTap={next}>
            写好了，下一步
          </Button>
        </ActionBar>
      }
    >
      <Head
        tight
        title={self ? '您叫什么，住在哪里？' : '帮谁做？'}
        lead={self ? '写上名字和证件号，镇上就知道是您。' : '那个人要在您旁边，自己愿意。'}
      />
      <TextField label="姓名" value={name} maxLength={50} problem={wrong.name} onChange={setName} />
      {withoutCard ? null : (
        <TextField label="身份证号" keyboard="idcard" value={number} maxLength={20} problem={wrong.number} onChange={setNumber} />
      )}
      <View className="gap">
        <AgreeBox on={withoutCard} label="没有身份证，或者手边没有" onChange={setWithoutCard}>
          <View>没有身份证，或者手边没有</View>
          <View className="cap quiet">刷脸要身份证，没有的请人上门、到镇上都行</View>
        </AgreeBox>
      </View>
      <View className="gap-l">
        <PlaceField label={self ? '您住在哪个镇街' : '住在哪个镇街'} value={place} onChange={setPlace} problem={wrong.place} />
      </View>
      {problem ? (
        <View className="gap">
          <ProblemNote problem={problem} />
        </View>
      ) : null}
      <View className="gap">
        <Note tone="plain">{self ? '做没做认证，钱都照发。' : '做好了，会告诉那个人：是您帮的忙、哪天帮的。'}</Note>
      </View>
    </Page>
  );
}

export default withPhone('帮人认证', Neighbour);
