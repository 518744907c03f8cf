import { EVIDENCE_NAMES, EVIDENCE_WAY_NAMES, EVIDENCE_WAYS, type EvidenceWay, STATEMENTS } from '@assist/contracts';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { APPLY_CITED } from '@/application/evidence/cited';
import { answerOf, EVIDENCE_WAY_HINTS, promised, withAnswer } from '@/application/evidence/evidence-answers';
import type { WantedEvidence } from '@/application/evidence/evidence-list';
import { PhotoBox } from '@/application/photo-box';
import { withSignature } from '@/application/sign/signatures';
import type { DraftProps } from '@/application/use-application';
import { usePhotos } from '@/application/use-photos';
import { instantOf, momentText } from '@/application/words/day-and-time';
import { Card } from '@/components/card';
import { AgreeBox, Choice } from '@/components/choice';
import { Cite } from '@/components/cite';
import { Head } from '@/components/page';
import { TextField } from '@/components/text-field';
import { today } from '@/platform/clock';
import { wordingOf } from '@/wording/day';

/** Five answers to one paper, alike in size; the camera is at hand until another one is chosen. */
export function OnePaper(props: DraftProps & { readonly wanted: WantedEvidence; readonly onChoose: (way: EvidenceWay) => void }) {
  const { app, record, form, beside, change, wanted, onChoose } = props;
  const { about, hint } = wanted;
  const said = answerOf(form, beside, about);
  const chosen = said?.way ?? 'photo';
  const photos = usePhotos(app, record.draftId);
  const elsewhere = (form.photos ?? []).filter((p) => p.about === about && !photos.some((o) => o.id === p.fileId)).length;
  const more: Record<EvidenceWay, () => ReactNode> = {
    photo: () => (
      <>
        <PhotoBox
          app={app}
          owner={record.draftId}
          about={about}
          onAdded={() => onChoose('photo')}
          onRemoved={(id) => change((f) => ({ ...f, photos: f.photos?.filter((p) => p.fileId !== id) }))}
        />
        {elsewhere ? <View className="gap cap quiet">{`另有 ${elsewhere} 张，以前已收到。`}</View> : null}
      </>
    ),
    'cannot-find': () => <Words {...props} label="写一句" />,
    'cannot-get': () => <Words {...props} label="写一句" />,
    'not-me': () => <Words {...props} label="写一句" />,
    declare: () => (
      <>
        <Words {...props} label="您要说的" hint="照实说就好，比如：打零工，每月约 900 元" />
        <PromiseCard {...props} />
      </>
    ),
  };
  return (
    <>
      <Head title={EVIDENCE_NAMES[about]} lead={hint} />
      {EVIDENCE_WAYS.map((way) => (
        <View key={way} className="way">
          <Choice
            option={{ value: way, title: EVIDENCE_WAY_NAMES[way], ...(EVIDENCE_WAY_HINTS[way] && { under: EVIDENCE_WAY_HINTS[way] }) }}
            on={said?.way === way}
            onTap={() => onChoose(way)}
          />
          {chosen === way ? <View className="way__more">{more[way]()}</View> : null}
        </View>
      ))}
    </>
  );
}

function Words({
  form,
  beside,
  change,
  wanted: { about },
  label,
  hint,
}: DraftProps & { readonly wanted: WantedEvidence; readonly label: string; readonly hint?: string }) {
  return (
    <TextField
      label={label}
      aside="可以空着"
      {...(hint && { hint })}
      long
      maxLength={500}
      value={answerOf(form, beside, about)?.words ?? ''}
      onChange={(words) => change((f) => withAnswer(f, about, { way: answerOf(f, beside, about)?.way ?? 'cannot-find', words }))}
    />
  );
}

/** What is told and what is promised, once for all papers that are declared; exactly these words are hashed. */
function PromiseCard({ beside, changeBeside }: DraftProps) {
  const { title, paragraphs, version } = STATEMENTS.declaration;
  const given = beside.signatures?.find((s) => s.statement === 'declaration' && s.status === 'given');
  const on = promised(beside);
  const tick = (ticked: boolean) =>
    changeBeside((b) => ({ ...b, signatures: withSignature(b.signatures ?? [], 'declaration', ticked, instantOf(Date.now())) }));
  return (
    <View className="gap">
      <Card>
        <View className="strong">{title}</View>
        {paragraphs.map((p) => (
          <View key={p} className="gap-s">
            {p}
          </View>
        ))}
        <View className="gap cap quiet">{wordingOf(version)}</View>
        <Cite citation={APPLY_CITED.declare} />
      </Card>
      <View className="gap">
        <AgreeBox label="我承诺，说的是真的" on={on} onChange={tick}>
          <View>我承诺，说的是真的</View>
          <View className="cap quiet">{on && given?.at ? `${momentText(given.at, today())} 点的` : '点一次，别的承诺的也算'}</View>
        </AgreeBox>
      </View>
    </View>
  );
}
