import { type FindingView, NOT_KNOWN, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { AccountGate } from '@/components/account-gate';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { Facts } from '@/components/slip';
import { Verdict, type VerdictKind } from '@/components/state';
import { useAgreed } from '@/platform/agreement';
import { api } from '@/platform/api';
import { useRemote } from '@/platform/use-remote';
import { dayInWords } from '@/wording/day';
import '../../_parts/progress.scss';

const KINDS: Record<FindingView['verdict'], VerdictKind> = {
  [NOT_KNOWN]: 'maybe',
  met: 'likely',
  unknown: 'maybe',
  'for-officer': 'maybe',
  'not-met': 'notyet',
};

const WORDS: Record<FindingView['verdict'], string> = {
  [NOT_KNOWN]: '要由镇街来看',
  met: '大概率符合',
  unknown: '还没说全',
  'for-officer': '可能，要人来看',
  'not-met': '目前够不上',
};

/** 怎么算的: the stored receipt opened. What a clerk sees of it and what the person sees are the same. */
export default function Working() {
  const { id = '' } = useRouter().params;
  const { remote, reload } = useRemote(() => api(residentApi.applicationWorking, { params: { applicationId: id } }), useAgreed());
  if (remote.state !== 'ready')
    return (
      <Page title="怎么算的">
        <AccountGate>
          <Head title="怎么算的" tight />
          {remote.state === 'problem' ? <ProblemNote problem={remote.problem} onAgain={reload} /> : <Skeleton rows={6} />}
        </AccountGate>
      </Page>
    );
  const { findings, notices, assessedOn, packageVersion } = remote.data;
  return (
    <Page title="怎么算的">
      <Head tight title="交上来那天，是这样算的" lead="这只是帮镇上看得快。定不定，由人来定。" />
      {findings.map((f) => (
        <OneFinding key={f.rule} finding={f} />
      ))}
      <Section title="还要知道">
        <Card>
          {notices.map((n) => (
            <View key={n.sentence}>
              <View>{n.sentence}</View>
              <Cites citations={n.clauses} />
            </View>
          ))}
        </Card>
        <View className="foot">{`${dayInWords(assessedOn)}按规则第 ${packageVersion} 版算的，存着没有动过`}</View>
      </Section>
    </Page>
  );
}

function OneFinding({ finding }: { readonly finding: FindingView }) {
  const [open, setOpen] = useState(false);
  return (
    <View className="gap">
      <Card>
        <View className="strong">{finding.title}</View>
        <View className="gap-s">
          <Verdict kind={KINDS[finding.verdict]}>{WORDS[finding.verdict]}</Verdict>
        </View>
        <View className="gap-s">{finding.sentence}</View>
        {finding.numbers.length ? <Facts facts={finding.numbers.map((n) => ({ name: n.name, value: n.text }))} /> : null}
        <Cites citations={open ? finding.clauses : finding.clauses.slice(0, 1)} />
        {finding.children.length ? (
          <Button
            kind="quiet"
            small
            icon={open ? 'chevron-up' : 'chevron-down'}
            label={`${finding.title}，${open ? '收起' : '一条一条看'}`}
            onTap={() => setOpen(!open)}
          >
            {open ? '收起' : '一条一条看'}
          </Button>
        ) : null}
        {open ? finding.children.map((c) => <OneFinding key={`${c.rule} ${c.member ?? ''}`} finding={c} />) : null}
      </Card>
    </View>
  );
}
