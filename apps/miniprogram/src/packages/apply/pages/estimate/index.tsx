import type { DivisionCode } from '@assist/policy';
import { DISTRICT_NAMES } from '@assist/policy-chongqing/preview';
import { View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { type EstimateLine, estimateOf, type Tone } from '@/application/estimate/estimate';
import { byKind } from '@/application/estimate/other-help';
import { type DraftProps, withDraft } from '@/application/use-application';
import { districtFor } from '@/application/where/places';
import { listed } from '@/application/words/lists';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { Icon, type IconName } from '@/components/icon';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { Facts } from '@/components/slip';
import { Verdict, type VerdictKind } from '@/components/state';
import { Tap } from '@/components/tap';
import { accessible } from '@/platform/accessible';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { dayInWords } from '@/wording/day';
import '../../_parts/apply.scss';

const KINDS: Record<Tone, VerdictKind> = { likely: 'likely', maybe: 'maybe', 'not-yet': 'notyet' };
const ICONS: Record<Tone, IconName> = { likely: 'check', maybe: 'circle-half', 'not-yet': 'circle-dashed' };
const HEADS: Record<Tone, string> = { likely: '您家很可能够得上', maybe: '可能够得上，要人来看：', 'not-yet': '目前都还差一点' };

function Estimate({ form, beside }: DraftProps) {
  const district = districtFor(form, beside);
  const on = today();
  const estimate = useMemo(() => (district ? estimateOf(form, district as DivisionCode, on) : undefined), [form, district, on]);
  const actions = (
    <ActionBar hint="这是估算，不是决定。哪一种都能申请">
      <Button onTap={() => goTo('review')}>我要申请</Button>
    </ActionBar>
  );
  if (!estimate)
    return (
      <Page title="估算结果" actions={actions}>
        <Head title="先说家住哪里" lead="各区县的线不一样，说了才好估。" />
        <Button kind="second" onTap={() => goTo('where')}>
          去说住在哪里
        </Button>
      </Page>
    );
  const { benefits, others, best, questions, notices } = estimate;
  const head = best.open ? '再说几样，就好估了' : best.tone === 'not-yet' ? HEADS['not-yet'] : `${HEADS[best.tone]}${best.title}`;
  return (
    <Page title="估算结果" actions={actions}>
      <View className="gap-s">
        <Verdict kind={KINDS[best.tone]}>{best.words}</Verdict>
      </View>
      <Head title={head} lead={best.sentence} />
      <Card>
        <Facts facts={figures(best)} />
        <Cites citations={best.clauses} />
      </Card>
      {questions.length ? (
        <View className="gap">
          <Note tone="attention" title={`再说 ${questions.length} 样，估得更准`}>
            {questions.slice(0, 4).join('；')}
          </Note>
        </View>
      ) : null}
      <Section title="一级一级，都替您看了">
        <View className="card" {...accessible({ role: 'list' })}>
          {benefits.map((b, i) => (
            <Line key={b.id} line={b} last={i === benefits.length - 1} />
          ))}
        </View>
      </Section>
      {others.length ? <Others lines={others} /> : null}
      <View className="gap">
        {notices.map((n) => (
          <View key={n.sentence}>
            <View className="foot">{n.sentence}</View>
            <Cites citations={n.clauses} />
          </View>
        ))}
        <View className="foot">{`按${DISTRICT_NAMES[district as keyof typeof DISTRICT_NAMES] ?? '本地'} ${dayInWords(on)}的文件估算`}</View>
      </View>
    </Page>
  );
}

/** Each figure once: where the line is the standard itself, it stands there already. */
function figures({ numbers }: EstimateLine) {
  const standard = numbers.find((n) => n.name === 'standard')?.text;
  return numbers.filter((n) => n.name !== 'line' || n.text !== standard).map((n) => ({ name: n.label, value: n.text }));
}

/** Help of other kinds, by what it is about: a wall of names helps nobody to find theirs. One kind opens at a time, with a tap. */
function Others({ lines }: { readonly lines: readonly EstimateLine[] }) {
  const [open, setOpen] = useState<string>();
  return (
    <Section title="别的帮助，也能一起问" aside={`${lines.length} 样`}>
      <View className="card card--list" {...accessible({ role: 'list' })}>
        {byKind(lines).map((kind) => {
          const here = open === kind.title;
          const names = listed(
            kind.lines.map((l) => l.title),
            2,
          );
          return (
            <View key={kind.title} className="kind" {...accessible({ role: 'listitem' })}>
              <Tap
                className="kind__head"
                expanded={here}
                label={`${kind.title}，${names}，${here ? '收起' : '一样一样看'}`}
                onTap={() => setOpen(here ? undefined : kind.title)}
              >
                <View className="kind__body">
                  <View className="strong">{kind.title}</View>
                  {here ? null : <View className="small quiet">{names}</View>}
                </View>
                <Icon name={here ? 'chevron-up' : 'chevron-down'} size="m" />
              </Tap>
              {here ? (
                <View className="kind__lines">
                  {kind.lines.map((l, i) => (
                    <Line key={l.id} line={l} last={i === kind.lines.length - 1} />
                  ))}
                </View>
              ) : null}
            </View>
          );
        })}
      </View>
    </Section>
  );
}

/** One benefit; its conditions open with a tap. */
function Line({ line, last }: { readonly line: EstimateLine; readonly last: boolean }) {
  const [open, setOpen] = useState(false);
  const kind = KINDS[line.tone];
  return (
    <View className={`casc ${last ? 'casc--last' : ''}`} {...accessible({ role: 'listitem' })}>
      <View className="casc__thread" />
      <View className={`casc__mark casc__mark--${kind}`} {...accessible({ hidden: true })}>
        <Icon name={ICONS[line.tone]} />
      </View>
      <View className="strong">{line.who ? `${line.title}，${line.who}一个人` : line.title}</View>
      <View className={`casc__words casc__words--${kind}`}>{line.words}</View>
      <View className="small quiet">{line.sentence}</View>
      <Cites citations={open ? line.clauses : line.clauses.slice(0, 1)} />
      {line.parts.length ? (
        <Button
          kind="quiet"
          small
          icon={open ? 'chevron-up' : 'chevron-down'}
          onTap={() => setOpen(!open)}
          label={`${line.title}，${open ? '收起' : '一条一条看'}`}
        >
          {open ? '收起' : '一条一条看'}
        </Button>
      ) : null}
      {open ? line.parts.map((p) => <Part key={p.id} line={p} />) : null}
    </View>
  );
}

function Part({ line }: { readonly line: EstimateLine }) {
  return (
    <View className="part">
      <View>{line.who ? `${line.title}（${line.who}）` : line.title}</View>
      <View className={`casc__words casc__words--${KINDS[line.tone]}`}>{line.words}</View>
      <View className="small quiet">{line.sentence}</View>
      <Cites citations={line.clauses} />
      {line.parts.map((p) => (
        <Part key={p.id} line={p} />
      ))}
    </View>
  );
}

export default withDraft('估算结果', Estimate);
