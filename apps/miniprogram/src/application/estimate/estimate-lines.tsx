import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { Icon, type IconName } from '@/components/icon';
import { Section } from '@/components/page';
import { Facts } from '@/components/slip';
import { Verdict, type VerdictKind } from '@/components/state';
import { Tap } from '@/components/tap';
import { accessible } from '@/platform/accessible';
import { listed } from '../words/lists';
import type { Estimate, EstimateLine, Tone } from './estimate';
import { byKind } from './other-help';
import { Scale, toldByScale } from './scale';
import './estimate.scss';

const KINDS: Record<Tone, VerdictKind> = { likely: 'likely', maybe: 'maybe', 'not-yet': 'notyet' };
const ICONS: Record<Tone, IconName> = { likely: 'check', maybe: 'circle-half', 'not-yet': 'circle-dashed' };
const HEADS: Record<Tone, string> = { likely: '您家很可能够得上', maybe: '可能够得上，要人来看：', 'not-yet': '目前都还差一点' };

/** The most hopeful one in a sentence: a conclusion, not the name of a menu. */
export const headOf = ({ best }: Estimate): string =>
  best.open ? '再说几样，就好估了' : best.tone === 'not-yet' ? HEADS['not-yet'] : `${HEADS[best.tone]}${best.title}`;

/** Shape, words and colour of the most hopeful one. */
export const BestVerdict = ({ best }: Estimate) => <Verdict kind={KINDS[best.tone]}>{best.words}</Verdict>;

/** Its figures, where they lie on the line, and the clauses. */
export const BestFigures = ({ estimate }: { readonly estimate: Estimate }) => (
  <Card>
    <Scale estimate={estimate} />
    <Facts facts={figures(estimate)} />
    <Cites few citations={estimate.best.clauses} />
  </Card>
);

/** One step after the other, and the help of other kinds. */
export const AllSteps = ({ estimate: { benefits, others } }: { readonly estimate: Estimate }) => (
  <>
    <Section title="一级一级，都替您看了">
      <View className="card" {...accessible({ role: 'list' })}>
        {benefits.map((b, i) => (
          <Line key={b.id} line={b} last={i === benefits.length - 1} />
        ))}
      </View>
    </Section>
    {others.length ? <Others lines={others} /> : null}
  </>
);

/** What holds for the whole of it, each with its clauses. */
export const EstimateNotices = ({ estimate }: { readonly estimate: Estimate }) => (
  <>
    {estimate.notices.map((n) => (
      <View key={n.sentence}>
        <View className="gap cap quiet">{n.sentence}</View>
        <Cites citations={n.clauses} />
      </View>
    ))}
  </>
);

const ON_THE_SCALE = ['standard', 'line', 'perCapita'];
/** Each figure once: what the scale tells, and the line where it is the standard itself, stand there already. */
function figures(estimate: Estimate) {
  const { numbers } = estimate.best;
  const told = toldByScale(estimate);
  const standard = numbers.find((n) => n.name === 'standard')?.text;
  return numbers
    .filter((n) => !(ON_THE_SCALE.includes(n.name) && told.includes(n.text)))
    .filter((n) => n.name !== 'line' || n.text !== standard)
    .map((n) => ({ name: n.label, value: n.text }));
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
                <View className="kind__lines" {...accessible({ role: 'list' })}>
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

/** Sudden need is not a line somebody is below or above: where there is none today, it is there for another day (SAL2026-29). */
function lookOf({ id, tone, words }: EstimateLine): { kind: VerdictKind; icon: IconName; words: string } {
  if (id === 'temporary-assistance' && tone === 'not-yet') return { kind: 'any', icon: 'alarm', words: '急了随时能办' };
  return { kind: KINDS[tone], icon: ICONS[tone], words };
}

/** One benefit; its conditions open with a tap. */
function Line({ line, last }: { readonly line: EstimateLine; readonly last: boolean }) {
  const [open, setOpen] = useState(false);
  const { kind, icon, words } = lookOf(line);
  return (
    <View className={`casc ${last ? 'casc--last' : ''}`} {...accessible({ role: 'listitem' })}>
      <View className="casc__thread" />
      <View className={`casc__mark casc__mark--${kind}`} {...accessible({ hidden: true })}>
        <Icon name={icon} />
      </View>
      <View className="strong">{line.who ? `${line.title}，${line.who}一个人` : line.title}</View>
      <View className={`casc__words casc__words--${kind}`}>{words}</View>
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
