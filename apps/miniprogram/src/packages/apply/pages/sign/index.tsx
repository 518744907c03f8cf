import { residentApi, STATEMENT_HASHES, STATEMENTS, type StatementId } from '@assist/contracts';
import { View } from '@tarojs/components';
import { OWN_STATEMENTS, otherAdults, signed, withSignature } from '@/application/sign/signatures';
import { type DraftProps, withDraft } from '@/application/use-application';
import { instantOf, momentText } from '@/application/words/day-and-time';
import { calledName } from '@/application/words/lists';
import { RELATION_NAMES } from '@/application/words/names';
import { ActionBar } from '@/components/action-bar';
import { Avatar } from '@/components/avatar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { AgreeBox } from '@/components/choice';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { State } from '@/components/state';
import { account } from '@/platform/account';
import { useActing } from '@/platform/acting';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { goTo, replaceWith } from '@/platform/navigate';
import { wordingOf } from '@/wording/day';
import '../../_parts/apply.scss';

const AGREE: Record<(typeof OWN_STATEMENTS)[number], string> = {
  'sensitive-data': '我同意用到这些要紧的信息',
  'cross-check': '我同意镇上查这些',
  truthfulness: '我写的都是真的。家里有变化，会告诉镇上',
};
const WITHOUT: Partial<Record<StatementId, string>> = {
  'sensitive-data': '不同意就先不送，可以到窗口办。',
  'cross-check': '不同意就先不送，可以到窗口办。',
};

/** Three records of their own. What stands here is exactly what is hashed; nothing is ticked beforehand. */
function Sign({ form, beside, changeBeside }: DraftProps) {
  const signatures = beside.signatures ?? [];
  const others = otherAdults(form, today());
  const helped = useActing();
  const tick = (statement: (typeof OWN_STATEMENTS)[number], on: boolean) => {
    changeBeside((b) => ({ ...b, signatures: withSignature(b.signatures ?? [], statement, on, instantOf(Date.now())) }));
    // The account keeps the record too where it can be reached; the submission carries it anyway.
    if (on && account.get() && !helped)
      void api(residentApi.giveConsent, {
        params: { statement },
        body: { version: STATEMENTS[statement].version, hash: STATEMENT_HASHES[statement] },
      });
  };
  const open = OWN_STATEMENTS.filter((s) => !signed(signatures, s)).length;
  return (
    <Page
      title="同意和签名"
      actions={
        <ActionBar hint={open ? `还有 ${open} 样没点，看清楚再点` : '都点好了，随时能改'}>
          <Button onTap={() => replaceWith('apply')}>好了</Button>
        </ActionBar>
      }
    >
      <Head title="三件事，请您点个头" lead="一样一样看，各点各的。" />
      {helped ? (
        <Note tone="attention" title={`念给${helped.name}听，他点头您再点`}>
          您替他点的，要他本人说“是我同意的”才算。先交不耽误。
        </Note>
      ) : null}
      {OWN_STATEMENTS.map((id, i) => {
        const statement = STATEMENTS[id];
        const given = signed(signatures, id);
        return (
          <Section key={id} title={`${i + 1}. ${statement.title}`}>
            <Card>
              {statement.paragraphs.map((p) => (
                <View key={p} className="gap-s">
                  {p}
                </View>
              ))}
              <View className="gap cap quiet">{wordingOf(statement.version)}</View>
            </Card>
            <View className="gap">
              <AgreeBox label={AGREE[id]} on={given !== undefined} onChange={(on) => tick(id, on)}>
                <View>{AGREE[id]}</View>
                {given?.at ? (
                  <View className="cap quiet">{`${momentText(given.at, today())} 点的`}</View>
                ) : WITHOUT[id] ? (
                  <View className="cap quiet">{WITHOUT[id]}</View>
                ) : null}
              </AgreeBox>
            </View>
          </Section>
        );
      })}
      {others.length ? (
        <Section title="家里别的大人" aside="先交不耽误">
          <Card list>
            {others.map((m) => (
              <View key={m.id} className="row row--aside">
                <View className="row__line" />
                <Avatar name={m.name} />
                <View className="row__body">
                  <View className="row__title">{calledName(m)}</View>
                  <View className="row__under">{RELATION_NAMES[m.relation]}</View>
                </View>
                <State kind="waiting">还没签</State>
              </View>
            ))}
          </Card>
          <View className="gap">
            <Button kind="second" onTap={() => goTo('relay')}>
              请他们点头，看谁同意了
            </Button>
          </View>
          <View className="gap">
            <Note tone="good" title="没签完也照样往下办">
              每个大人自己同意：发链接给他，或镇上去问。
            </Note>
          </View>
        </Section>
      ) : null}
    </Page>
  );
}

export default withDraft('同意和签名', Sign);
