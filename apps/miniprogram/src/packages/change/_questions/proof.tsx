import { EVIDENCE_NAMES } from '@assist/contracts';
import { View } from '@tarojs/components';
import { APPLY_CITED } from '@/application/evidence/cited';
import { PhotoBox } from '@/application/photo-box';
import { Card } from '@/components/card';
import { Choices } from '@/components/choice';
import { Cite } from '@/components/cite';
import { Field } from '@/components/field';
import { Head, Section } from '@/components/page';
import { evidenceFor, lookedUpFor, promisedFor } from '../_logic/evidence';
import type { ChangeProps } from '../_parts/with-change';

const WAYS = [
  { value: 'photos', title: '有单子，拍照' },
  { value: 'declared', title: '没有单子，我说的是真的', under: '书面承诺一声，就不用再要证明' },
  { value: 'none', title: '现在没有，先不给' },
] as const;
/** Where the township looks up all of it: no paper is asked for, and none is declared in the place of one. */
const WAYS_BESIDE = [
  { value: 'photos', title: '有，拍照' },
  { value: 'none', title: '没有，不用给' },
] as const;

/** Photos, a declaration in their place, or nothing: all three lead on. What the township finds out by itself is not asked for. */
export function ProofQuestion({ app, record, change, changeBeside }: ChangeProps) {
  const events = record.draft.changed.map((one) => one.event);
  const [wanted, lookedUp] = [evidenceFor(events), lookedUpFor(events)];
  const kinds = wanted.length ? wanted : (['other'] as const);
  const title = wanted.length ? '有单子能看看吗？' : '有想给镇上看的吗？';
  const { proof } = record.beside;
  const pick = (way: typeof proof) => {
    changeBeside((beside) => ({ ...beside, proof: way }));
    change((draft) => ({ ...draft, declared: promisedFor({ proof: way }, draft) }));
  };
  return (
    <>
      <Head title={title} lead={wanted.length ? '选哪个都能往下走，可以后补。' : '不用交单子，想给看的才拍。'} />
      <Choices label={title.slice(0, -1)} options={wanted.length ? WAYS : WAYS_BESIDE} value={proof} onChange={pick} />
      {proof === 'declared' && wanted.length ? <Cite citation={APPLY_CITED.declare} /> : null}
      {proof === 'photos'
        ? kinds.map((about) => (
            <View key={about} className="gap-l">
              <Field label={EVIDENCE_NAMES[about]}>
                <PhotoBox app={app} owner={record.changeId} about={about} />
              </Field>
            </View>
          ))
        : null}
      {lookedUp.length ? (
        <Section title="这些不用您交">
          <Card>
            <View>{`${lookedUp.join('、')}，镇上自己去查。`}</View>
            <Cite citation={APPLY_CITED.lookedUp} />
          </Card>
        </Section>
      ) : null}
    </>
  );
}
