import { residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { membersOf } from '@/application/draft/edits';
import { savedWords } from '@/application/draft/saved-words';
import { same } from '@/application/same';
import { assetsText, spendingText } from '@/application/sections/circumstance-sections';
import { monthlyIncome } from '@/application/sections/household-sections';
import type { SectionId } from '@/application/sections/section';
import { sectionsOf } from '@/application/sections/sections';
import { withConfirmation } from '@/application/send/check-before-sending';
import { placeOf } from '@/application/send/form-place';
import { type DraftProps, useApplication, useSendState, withDraft } from '@/application/use-application';
import { officeOf, routingQuestionOf, withRouting } from '@/application/where/places';
import { ActionBar, ButtonRow } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Sheet } from '@/components/sheet';
import { Tap } from '@/components/tap';
import { TextField } from '@/components/text-field';
import { useApplicant } from '@/platform/acting';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { showProblem } from '@/platform/last-problem';
import { goTo, replaceWith } from '@/platform/navigate';
import { yuanInDigits } from '@/wording/amount';
import { openPlace, openSection } from '../../_parts/open-section';
import { Saved } from '../../_parts/saved';
import '../../_parts/apply.scss';

function Review(props: DraftProps) {
  const { app, state, record, form, beside } = props;
  const sending = useSendState(app);
  const identity = useApplicant()?.identity ?? 'unknown';
  useDidShow(() => app.sender.reset());
  useUnload(() => app.sender.reset());
  useEffect(() => void refreshRouting(props), []);
  const waiting = app.photos.waiting(record.draftId);
  const sections = sectionsOf({ form, beside, today: today(), identity, waitingPhotos: waiting.map((p) => p.id) });
  const missing = sections.flatMap((s) => s.missing);
  const busy = sending.kind === 'sending';
  const send = async (choice?: { withoutPhotos: boolean }): Promise<void> => {
    const next = await app.sender.send(choice);
    // Our own fault, with a 问题编号 to read out: a page of its own says that everything is there.
    if (next.kind === 'again' && next.problem.status >= 500)
      showProblem({ problem: next.problem, page: '交申请', kept: savedWords(app.draft.state(), today()).words, again: () => send(choice) });
    if (next.kind === 'who') goTo('identity');
    if (next.kind === 'sign') goTo('sign');
    if (next.kind === 'place') goTo('where');
    if (next.kind === 'fix') {
      app.fixes.set(next.fields);
      const first = next.fields[0];
      if (first) openPlace(placeOf(first.path, membersOf(form)));
    } else app.fixes.set([]);
  };
  const hint = (id: SectionId) => sections.find((s) => s.id === id)?.hint ?? '';
  const rows: readonly { readonly id: SectionId; readonly name: string; readonly value: string }[] = [
    { id: 'where', name: '交到哪里', value: officeOf(beside)?.name ?? (beside.routing ? hint('where') : '') },
    { id: 'who', name: '谁来申请', value: hint('who') },
    { id: 'members', name: '家里', value: beside.everyoneNamed || membersOf(form).length > 1 ? `${membersOf(form).length} 口人` : '' },
    { id: 'income', name: '一个月收入', value: hint('income') ? `共 ${yuanInDigits(monthlyIncome(form))} 元` : '' },
    { id: 'assets', name: '房子、车、存款', value: assetsText(form) },
    { id: 'spending', name: '一年大开销', value: spendingText(form) },
    { id: 'story', name: '出了什么事', value: sections.find((s) => s.id === 'story')?.status === 'done' ? hint('story') || '没有' : '' },
    { id: 'relatives', name: '亲戚管救助吗', value: hint('relatives') },
    { id: 'bank', name: '钱发到哪里', value: form.payout ? hint('bank') : '' },
    { id: 'sign', name: '同意和签名', value: hint('sign') },
    { id: 'evidence', name: '材料', value: form.photos?.length ? `照片 ${form.photos.length} 张` : hint('evidence') },
  ];
  return (
    <Page
      title="检查一遍"
      actions={
        <ActionBar hint={app.sender.isUnderWay() ? '上次没接上，再点一次就接着送' : '没齐也能交，缺的以后补'}>
          <Button busy={busy} busyText="正在送" onTap={() => send()}>
            交上去
          </Button>
        </ActionBar>
      }
    >
      <Head title="看看对不对，再交上去" tight>
        <Saved state={state} />
      </Head>
      {sending.kind === 'again' ? <ProblemNote problem={sending.problem} onAgain={() => send()} /> : null}
      {sending.kind === 'sign-in' ? <ProblemNote problem={sending.problem} onAgain={() => send()} /> : null}
      {sending.kind === 'place' && sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      {app.sender.waitsForPhotos() ? (
        <Note tone="plain" title="等照片传完，就自己交上去">
          有网就接着传，不用守着。
        </Note>
      ) : null}
      {sending.kind === 'fix' ? (
        <Note tone="attention" title="有几处请再看一下">
          {sending.fields.map((f) => f.sentence).join('；')}
        </Note>
      ) : null}
      <View className="gap">
        <Card list>
          {rows.map((r) => (
            <View key={r.id} className="kv-row">
              <View className="kv-row__body">
                <View className="kv-row__name">{r.name}</View>
                <View className="kv-row__value">{r.value || '还没填，可以后补'}</View>
              </View>
              <Tap className="kv-row__edit" role="link" label={`改，${r.name}`} onTap={() => openSection(r.id)}>
                改
              </Tap>
            </View>
          ))}
        </Card>
      </View>
      {missing.length ? (
        <View className="gap">
          <Note tone="attention" title={`还有 ${missing.length} 样没齐，可以后补`}>
            {`${missing.slice(0, 4).join('、')}${missing.length > 4 ? '……' : '。'}要补什么，镇上一次说清。`}
          </Note>
        </View>
      ) : null}
      <Button kind="quiet" onTap={() => goTo('copy')}>
        看填的全部，能印
      </Button>
      <Asked {...props} onSend={send} />
    </Page>
  );
}

/** Members were added since: the office may be another one now. Without network the last answer stays. */
async function refreshRouting({ form, changeBeside }: DraftProps): Promise<void> {
  const answer = await api(residentApi.routing, { body: routingQuestionOf(form) });
  if (answer.ok) changeBeside((b) => (same(b.routing, answer.data) ? b : withRouting(b, answer.data)));
}

/** Questions before sending, each put once. */
function Asked({ app, change, onSend }: DraftProps & { readonly onSend: (choice?: { withoutPhotos: boolean }) => Promise<void> }) {
  const sending = useSendState(app);
  const [words, setWords] = useState('');
  if (sending.kind === 'photos')
    return (
      <Sheet
        title={`还有 ${sending.waiting} 张照片没传完`}
        actions={
          <ButtonRow>
            <Button kind="second" onTap={() => onSend({ withoutPhotos: true })}>
              先交，照片后补
            </Button>
            <Button
              busyText="正在传"
              onTap={async () => {
                // It goes by itself after the last photo, in a minute or when there is a network again.
                app.sender.sendAfterPhotos();
                await app.photos.go();
                app.sender.reset();
              }}
            >
              传完再交
            </Button>
          </ButtonRow>
        }
      >
        <View>没传的都在手机里，不会丢。选“传完再交”，有网就自己送：先照片，后申请。</View>
      </Sheet>
    );
  if (sending.kind !== 'ask') return null;
  const question = sending.questions[0];
  const name =
    question && ('question' in question ? question.question : 'path' in question ? String(question.path).split('.').pop() : undefined);
  return (
    <Sheet
      title={question?.sentence ?? ''}
      actions={
        <>
          <Button
            onTap={async () => {
              if (name) change((f) => withConfirmation(f, String(name), words));
              await onSend();
            }}
          >
            对，就是这样
          </Button>
          <Button kind="second" onTap={() => app.sender.reset()}>
            我再看看
          </Button>
        </>
      }
    >
      <TextField label="想说一句也行" aside="可以空着" value={words} maxLength={200} onChange={setWords} />
    </Sheet>
  );
}

const Filled = withDraft('检查一遍', Review);

/** Sent a moment ago and came back here, or it was delivered by itself when the network was back: the receipt instead of an empty form. */
export default function ReviewPage() {
  const app = useApplication();
  return (
    <>
      {app ? <ToReceipt app={app} /> : null}
      <Filled />
    </>
  );
}

function ToReceipt({ app }: Pick<DraftProps, 'app'>) {
  const state = useSendState(app);
  // Below another page it must not replace that one.
  const [onTop, setOnTop] = useState(true);
  useDidShow(() => setOnTop(true));
  useDidHide(() => setOnTop(false));
  const receiptId = state.kind === 'received' ? state.kept.receipt.applicationId : undefined;
  const draft = app.draft.state().record;
  // Another application was begun since: its own page stays.
  const another = draft !== undefined && draft.applicationId !== receiptId;
  useEffect(() => {
    if (onTop && receiptId && !another) replaceWith('receipt', { id: receiptId });
  }, [onTop, receiptId, another]);
  return null;
}
