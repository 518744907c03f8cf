import { View } from '@tarojs/components';
import { savedWords } from '@/application/draft/saved-words';
import { type Section as Part, SECTION_STATUS_NAMES, SECTION_TITLES, type SectionId } from '@/application/sections/section';
import { nextSection, sectionsOf } from '@/application/sections/sections';
import { OWN_STATEMENTS, signed } from '@/application/sign/signatures';
import { type DraftProps, withDraft } from '@/application/use-application';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { State, type StateKind } from '@/components/state';
import { useApplicant } from '@/platform/acting';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { openSection } from '../../_parts/open-section';
import { Saved } from '../../_parts/saved';
import { Conflict } from './_conflict';
import '../../_parts/apply.scss';

const LOOKS: Record<Part['status'], StateKind> = { done: 'done', partly: 'half', 'not-started': 'none', waiting: 'waiting' };
const GROUPS: readonly { readonly title: string; readonly aside?: string; readonly parts: readonly SectionId[] }[] = [
  { title: '家里的人', parts: ['where', 'who', 'members'] },
  { title: '家里的情况', parts: ['income', 'assets', 'spending', 'story', 'relatives', 'bank'] },
  { title: '同意和材料', aside: '没齐也能先交', parts: ['sign', 'evidence'] },
];

function Tasks({ app, state, record, form, beside }: DraftProps) {
  const applicant = useApplicant();
  const identity = applicant?.identity ?? 'unknown';
  const waitingPhotos = app.photos.waiting(record.draftId).map((p) => p.id);
  const sections = sectionsOf({ form, beside, today: today(), identity, waitingPhotos });
  const next = nextSection(sections);
  const soon = savedWords(state, today()).soon;
  const all = OWN_STATEMENTS.every((s) => signed(beside.signatures ?? [], s));
  const row = (id: SectionId) => {
    const part = sections.find((s) => s.id === id) as Part;
    const words = SECTION_STATUS_NAMES[part.status];
    return (
      <Row
        key={id}
        title={SECTION_TITLES[id]}
        under={part.hint}
        now={next?.id === id}
        aside={<State kind={LOOKS[part.status]}>{words}</State>}
        onTap={() => openSection(id)}
      />
    );
  };
  return (
    <Page
      title="申请救助"
      actions={
        <ActionBar>
          {next ? (
            <>
              <Button onTap={() => openSection(next.id)}>{`接着填：${SECTION_TITLES[next.id]}`}</Button>
              <Button kind="quiet" onTap={() => goTo('review')}>
                先交这些，别的后补
              </Button>
            </>
          ) : (
            <Button onTap={() => goTo('review')}>检查一遍，交上去</Button>
          )}
        </ActionBar>
      }
    >
      <Head title="一次申请，镇上分类办">
        <Saved state={state} />
      </Head>
      {applicant?.helped ? (
        <Note tone="attention" title={`正在替${applicant.name}填`}>
          填的是他的申请，会告诉他本人。
        </Note>
      ) : null}
      <Conflict app={app} state={state} />
      {soon ? <Note tone="attention">{soon}</Note> : null}
      {GROUPS.map((group) => (
        <Section key={group.title} title={group.title} aside={group.aside}>
          <Card list>
            {group.parts.map(row)}
            {group.parts.includes('sign') ? (
              <Row
                title="检查一遍，交上去"
                aside={<State kind={all ? 'half' : 'none'}>{all ? '差一点' : '没开始'}</State>}
                onTap={() => goTo('review')}
              />
            ) : null}
          </Card>
        </Section>
      ))}
      <Section title="先看看够不够得上">
        <Card list>
          <Row icon="eye" title="估一估" under="只是估算，哪一种都能申请" onTap={() => goTo('estimate')} />
          <Row icon="papers" title="看填好的，能印" under="带到窗口也能用" onTap={() => goTo('copy')} />
        </Card>
      </Section>
      <View className="foot">不收任何钱。不会填，打电话也能办。</View>
    </Page>
  );
}

export default withDraft('申请救助', Tasks);
