import { EVIDENCE_NAMES, EVIDENCE_WAY_NAMES, type EvidenceKind } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { APPLY_CITED } from '@/application/evidence/cited';
import { answerOf, promised, withAnswer } from '@/application/evidence/evidence-answers';
import { lookedUp, wantedEvidence } from '@/application/evidence/evidence-list';
import { type DraftProps, withDraft } from '@/application/use-application';
import { usePhotos } from '@/application/use-photos';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Cite } from '@/components/cite';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { State, type StateKind } from '@/components/state';
import { replaceWith } from '@/platform/navigate';
import { useStore } from '@/platform/store';
import { Fixes } from '../../_parts/fixes';
import { OnePaper } from './_one-paper';
import '../../_parts/apply.scss';

/** One kind of paper at a time. Chosen goes up at once; whatever is not there is said, and that is an answer too. */
function Evidence(props: DraftProps) {
  const { app, record, form, beside, change } = props;
  const wanted = wantedEvidence(form);
  const photos = usePhotos(app, record.draftId);
  const [open, setOpen] = useState<EvidenceKind>();
  const status = (about: EvidenceKind): { kind: StateKind; words: string } => {
    const of = photos.filter((p) => p.about === about);
    const elsewhere = (form.photos ?? []).filter((p) => p.about === about && !of.some((o) => o.id === p.fileId)).length;
    const got = of.filter((p) => p.state === 'received').length + elsewhere;
    const going = of.length - of.filter((p) => p.state === 'received').length;
    if (going) return { kind: 'half', words: `${going} 张没传完` };
    if (got) return { kind: 'done', words: `已收到 ${got} 张` };
    const way = answerOf(form, beside, about)?.way;
    if (way === undefined || way === 'photo') return { kind: 'none', words: '没开始' };
    if (way === 'declare') return promised(beside) ? { kind: 'done', words: '承诺了' } : { kind: 'half', words: '还没点头' };
    return { kind: way === 'cannot-find' ? 'waiting' : 'done', words: EVIDENCE_WAY_NAMES[way] };
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
        <OnePaper
          key={current.about}
          {...props}
          wanted={current}
          onChoose={(way) => change((f) => withAnswer(f, current.about, { way }))}
        />
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
      <Head title="有什么材料，拍给镇上" lead="要的都在这张单子上，只会变少。没有也说一声。" />
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
              aside={<State kind={kind}>{words}</State>}
              onTap={() => setOpen(w.about)}
            />
          );
        })}
      </Card>
      <Section title="这些不用您交">
        <Card>
          <View>{`${lookedUp(form).join('、')}，镇上自己去查。`}</View>
          <Cite citation={APPLY_CITED.lookedUp} />
        </Card>
      </Section>
      <View className="gap">
        <Note tone="plain">拍清楚就行，不用复印，不用盖章。</Note>
      </View>
    </Page>
  );
}

export default withDraft('材料', Evidence);
