import { EVIDENCE_NAMES, type EvidenceKind } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { PhotoBox } from '@/application/photo-box';
import { wantedEvidence } from '@/application/sections/evidence-list';
import { type DraftProps, withDraft } from '@/application/use-application';
import { usePhotos } from '@/application/use-photos';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { AgreeBox } from '@/components/choice';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { State, type StateKind } from '@/components/state';
import { replaceWith } from '@/platform/navigate';
import { useStore } from '@/platform/store';
import { Fixes } from '../../_parts/fixes';
import '../../_parts/apply.scss';

/** One kind of paper at a time. Chosen goes up at once; whatever is not there can come later. */
function Evidence({ app, record, form, beside, change, changeBeside }: DraftProps) {
  const wanted = wantedEvidence(form);
  const photos = usePhotos(app, record.draftId);
  const [open, setOpen] = useState<EvidenceKind>();
  const later = (about: EvidenceKind) => beside.later?.includes(about) === true;
  const setLater = (about: EvidenceKind, on: boolean) =>
    changeBeside((b) => ({ ...b, later: [...(b.later ?? []).filter((l) => l !== about), ...(on ? [about] : [])] }));
  const status = (about: EvidenceKind): { kind: StateKind; words: string } => {
    const of = photos.filter((p) => p.about === about);
    const elsewhere = (form.photos ?? []).filter((p) => p.about === about && !of.some((o) => o.id === p.fileId)).length;
    const got = of.filter((p) => p.state === 'received').length + elsewhere;
    const open = of.length - of.filter((p) => p.state === 'received').length;
    if (open) return { kind: 'half', words: `${open} 张没传完` };
    if (got) return { kind: 'done', words: `已收到 ${got} 张` };
    return later(about) ? { kind: 'waiting', words: '以后补' } : { kind: 'none', words: '没开始' };
  };
  const lost = useStore(app.fixes).flatMap((f) => /^(?:form\.)?photos\.(\d+)/.exec(f.path)?.[1] ?? []);
  const dropLost = () => {
    change((f) => ({ ...f, photos: f.photos?.filter((_, i) => !lost.includes(String(i))) }));
    app.fixes.set([]);
  };
  const at = wanted.findIndex((w) => w.about === open);
  const current = wanted[at];
  if (current) {
    const next = wanted[at + 1];
    const elsewhere = (form.photos ?? []).filter((p) => p.about === current.about && !photos.some((o) => o.id === p.fileId)).length;
    return (
      <Page
        title={`材料 ${at + 1}/${wanted.length}`}
        actions={
          <ActionBar hint="选哪个都能往下走">
            <Button onTap={() => setOpen(next?.about)}>{next ? '下一样' : '好了'}</Button>
            <Button kind="quiet" onTap={() => setOpen(undefined)}>
              看全部材料
            </Button>
          </ActionBar>
        }
      >
        <Head title={EVIDENCE_NAMES[current.about]} lead={current.hint} />
        <Card tone="tint">
          <View className="strong">有，拍照</View>
          <PhotoBox
            key={current.about}
            app={app}
            owner={record.draftId}
            about={current.about}
            onAdded={() => setLater(current.about, false)}
            onRemoved={(id) => change((f) => ({ ...f, photos: f.photos?.filter((p) => p.fileId !== id) }))}
          />
          {elsewhere ? <View className="gap cap quiet">{`另有 ${elsewhere} 张，以前已收到。`}</View> : null}
        </Card>
        <View className="gap">
          <AgreeBox label="现在没有，以后补" on={later(current.about)} onChange={(on) => setLater(current.about, on)}>
            <View>现在没有，以后补</View>
            <View className="cap quiet">先交申请，镇上要的时候再给</View>
          </AgreeBox>
        </View>
      </Page>
    );
  }
  return (
    <Page
      title="材料"
      actions={
        <ActionBar hint="没有材料也能先交">
          <Button onTap={() => replaceWith('apply')}>好了</Button>
        </ActionBar>
      }
    >
      <Head title="有什么材料，拍给镇上" lead="选好就传，没有的以后补。" />
      <Fixes app={app} under="photos" />
      {lost.length ? (
        <Button kind="second" small onTap={dropLost}>
          去掉没送到的那几张
        </Button>
      ) : null}
      <Card list>
        {wanted.map((w) => {
          const { kind, words } = status(w.about);
          return (
            <Row
              key={w.about}
              title={EVIDENCE_NAMES[w.about]}
              under={w.hint}
              label={`${EVIDENCE_NAMES[w.about]}，${words}`}
              aside={<State kind={kind}>{words}</State>}
              onTap={() => setOpen(w.about)}
            />
          );
        })}
      </Card>
      <View className="gap">
        <Note tone="plain">拍清楚就行，不用复印，不用盖章。</Note>
      </View>
    </Page>
  );
}

export default withDraft('材料', Evidence);
