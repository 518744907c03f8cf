import { EVIDENCE_NAMES } from '@assist/contracts';
import { View } from '@tarojs/components';
import { PhotoBox } from '@/application/photo-box';
import { Choices } from '@/components/choice';
import { Cite } from '@/components/cite';
import { Field } from '@/components/field';
import { Head } from '@/components/page';
import { CITED } from '../_logic/cited';
import { evidenceFor } from '../_logic/evidence';
import type { ChangeProps } from '../_parts/with-change';

const WAYS = [
  { value: 'photos', title: '有单子，拍照' },
  { value: 'declared', title: '没有单子，我说的是真的', under: '书面承诺一声，就不用再要证明' },
  { value: 'none', title: '现在没有，先不给' },
] as const;
const WORDS = '没有单子，我说的都是真的。';

/** Photos, a declaration in their place, or nothing: all three lead on. */
export function ProofQuestion({ app, record, change, changeBeside }: ChangeProps) {
  const kinds = evidenceFor(record.draft.changed.map((one) => one.event));
  const { proof } = record.beside;
  const pick = (way: typeof proof) => {
    changeBeside((beside) => ({ ...beside, proof: way }));
    change((draft) => ({ ...draft, declared: way === 'declared' ? kinds.map((about) => ({ about, words: WORDS })) : undefined }));
  };
  return (
    <>
      <Head title="有单子能看看吗？" lead="选哪个都能往下走，可以后补。" />
      <Choices label="有单子能看看吗" options={WAYS} value={proof} onChange={pick} />
      {proof === 'declared' ? <Cite citation={CITED.declare} /> : null}
      {proof === 'photos'
        ? kinds.map((about) => (
            <View key={about} className="gap-l">
              <Field label={EVIDENCE_NAMES[about]}>
                <PhotoBox app={app} owner={record.changeId} about={about} />
              </Field>
            </View>
          ))
        : null}
    </>
  );
}
