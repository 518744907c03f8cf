import { wordsOf } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Avatar } from '@/components/avatar';
import { Card, Row } from '@/components/card';
import { Head, Page, Section } from '@/components/page';
import { Tap } from '@/components/tap';
import { notYetSent } from '@/leave';
import { useAccount } from '@/platform/account';
import { useAgreed } from '@/platform/agreement';
import { canSignIn } from '@/platform/login';
import { goTo } from '@/platform/navigate';
import { BigWords } from './_parts/big-words';
import { LeaveSheet } from './_parts/leave-sheet';
import './index.scss';

const IDENTITY = { none: '还没写名字和证件', claimed: '自己写的，还没核过', verified: '身份核过了' } as const;

/** 我的: who, how the pages look, what was agreed to, and the way out. */
export default function Mine() {
  const account = useAccount();
  const agreed = useAgreed();
  const [leaving, setLeaving] = useState(false);
  const waiting = notYetSent();
  return (
    <Page title="我的" tab="mine">
      {account?.name ? (
        <View className="me">
          <Avatar large name={account.name} />
          <View className="me__body">
            <View className="me__name">{account.name}</View>
            <View className="small quiet">{wordsOf(IDENTITY, account.identity, '工作人员在看')}</View>
          </View>
        </View>
      ) : (
        <Head tight title="您好" lead={agreed ? '写上名字，申请的时候用。' : '不登录，也能到处看看。'} />
      )}
      <BigWords />
      <Section title="我的资料">
        <Card list>
          {canSignIn() ? (
            <Row
              icon="card"
              title="我是谁"
              under={account ? wordsOf(IDENTITY, account.identity, '工作人员在看') : '姓名、证件、电话'}
              onTap={() => goTo('identity')}
            />
          ) : null}
          {canSignIn() ? (
            <>
              <Row icon="papers" title="救助证明" under="正在领什么，开给要看的人" onTap={() => goTo('certificate')} />
              <Row icon="lock" title="数字码" under="手机大家用，别人看不到您的事" onTap={() => goTo('ownCode')} />
              <Row icon="eye" title="存着什么，谁看过" under="看、抄走、删、注销" onTap={() => goTo('data')} />
            </>
          ) : null}
          <Row icon="pen" title="您同意过的" under="哪天同意的，同意了什么" onTap={() => goTo('consents')} />
          {agreed ? (
            <>
              <Row icon="home" title="我家的救助" under="有什么、转到哪里、发生过什么" onTap={() => goTo('chain')} />
              <Row icon="swap" title="转到别的帮助" under="转到了哪里，办到哪了" onTap={() => goTo('referrals')} />
              <Row icon="eye" title="镇上查过什么" under="问过哪里、查来什么" onTap={() => goTo('checks')} />
            </>
          ) : null}
          <Row icon="lock" title="您的信息怎么用" under={agreed ? '您同意过，随时能再看' : '还没看过'} onTap={() => goTo('privacy')} />
          <Row icon="on-phone" title="待送的" under={waiting ? `${waiting} 样等着送` : '没有等着送的'} onTap={() => goTo('outbox')} />
        </Card>
      </Section>
      <Section title="意见和公示">
        <Card list>
          <Row icon="document" title="意见和决定" under="镇街写的意见、区里的决定" onTap={() => goTo('decisions')} />
          <Row icon="megaphone" title="社区公示" under="您那里在公示谁" onTap={() => goTo('postings')} />
          <Row icon="hand" title="举报或投诉" under="留不留名字都行" onTap={() => goTo('complaint')} />
          <Row icon="eye" title="看回复" under="提过意见、举报过，凭号和口令看" onTap={() => goTo('voiceBack')} />
        </Card>
      </Section>
      <Section title="要人帮">
        <Card list>
          <Row icon="phone" title="打电话找人" onTap={() => goTo('help', { about: 'call' })} />
          <Row icon="book" title="政策，用大白话说" under="有哪些帮助，没有网也能看" onTap={() => goTo('library')} />
          <Row icon="shield" title="核一张救助证明" onTap={() => goTo('verify')} />
          <Row icon="people" title="帮家人办" onTap={() => goTo('help', { about: 'proxy' })} />
        </Card>
      </Section>
      <Section title="帮忙和点头">
        <Card list>
          <Row icon="person" title="帮我办的人" under="能做什么、做过什么，随时能停" onTap={() => goTo('proxies')} />
          <Row icon="people" title="我帮的人" under="替家人、村里人填" onTap={() => goTo('helping')} />
          <Row icon="pen" title="家里人请我点头" under="有纸上的码，从这里打开" onTap={() => goTo('relaySign')} />
          <Row icon="check" title="以您的名义签过的" under="不是您同意的，点一下就不算" onTap={() => goTo('relaySigned')} />
        </Card>
      </Section>
      {agreed ? (
        <View className="section">
          <Card list>
            <Row icon="leave" iconTone="plain" title="退出，清掉这部手机上的记录" onTap={() => setLeaving(true)} />
          </Card>
        </View>
      ) : null}
      <Tap className="staff" role="link" onTap={() => goTo('round')}>
        工作人员入口
      </Tap>
      {leaving ? <LeaveSheet waiting={waiting} onClose={() => setLeaving(false)} /> : null}
    </Page>
  );
}
