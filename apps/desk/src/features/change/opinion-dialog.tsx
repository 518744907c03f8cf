import type { ChangeCase } from '@assist/contracts';
import { Input, Radio } from 'antd';
import { Citations } from '../../components/citations.tsx';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { useKeptDraft } from '../../platform/kept-draft.ts';
import { fenOf } from '../../platform/money.ts';
import { useOpinion } from './use-change.ts';

type Outcome = NonNullable<ChangeCase['opinions']>[number]['outcome'];
/** What is half-written. */
interface Writing {
  readonly outcome: Outcome | undefined;
  readonly ground?: string | undefined;
  readonly amount: string;
  readonly words: string;
}
/** Where an amount belongs to the opinion. */
const WITH_AMOUNT = new Set<Outcome>(['more', 'less']);

/** A first opinion on record. Nothing is paid otherwise because of it: the steps that follow are listed, and none can be left out. */
export function OpinionDialog({ one, onClose }: { readonly one: ChangeCase; readonly onClose: () => void }) {
  const { opinions = [] } = one;
  const draft = useKeptDraft<Writing>(`opinion.${one.change.receipt.changeId}`, () => ({
    outcome: opinions[0]?.outcome,
    amount: '',
    words: '',
  }));
  const { outcome, ground, amount, words } = draft.value;
  const give = useOpinion(one.change.receipt.changeId);
  const chosen = opinions.find((o) => o.outcome === outcome);
  const needsGround = (chosen?.grounds.length ?? 0) > 0;
  const needsAmount = outcome !== undefined && WITH_AMOUNT.has(outcome);
  const fen = fenOf(amount);
  const ready = outcome !== undefined && (!needsGround || ground !== undefined) && (!needsAmount || fen !== undefined);
  const send = async (reason: string): Promise<void> => {
    if (!outcome) return;
    const done = await give.run({
      outcome,
      reason,
      ...(needsAmount && fen !== undefined && { amountAfter: fen as never }),
      ...(needsGround && ground && { ground }),
    });
    if (!done) return;
    draft.forget();
    onClose();
  };
  return (
    <WordsDialog
      title="写初步意见"
      label="为什么这样看（写给居民看）"
      missing="写一句为什么。"
      placeholder="看到了什么、问过谁、按哪一条"
      ok="记下来"
      max={1000}
      busy={give.busy}
      problem={give.problem}
      before={ready ? undefined : `选一种意见${needsGround ? '和依据' : ''}${needsAmount ? '，写上多少元' : ''}。`}
      kept={{ words, onWords: (next) => draft.change({ words: next }) }}
      onSend={(reason) => void send(reason)}
      onClose={onClose}
    >
      <p className="accept">只记在案，钱不会因为写了意见就变。</p>
      <Radio.Group
        className="stack"
        value={outcome}
        onChange={(e) => draft.change({ outcome: e.target.value as Outcome })}
        aria-label="意见"
      >
        {opinions.map((o) => (
          <Radio key={o.outcome} value={o.outcome}>
            {o.title}
          </Radio>
        ))}
      </Radio.Group>
      {needsAmount && (
        <>
          <label htmlFor="opinion-amount">以后每月多少元</label>
          <Input
            id="opinion-amount"
            className="nums"
            inputMode="decimal"
            value={amount}
            maxLength={12}
            onChange={(e) => draft.change({ amount: e.target.value })}
          />
        </>
      )}
      {needsGround && (
        <>
          <p>依据哪一条（没有依据的，先不减不停）</p>
          <Radio.Group
            className="stack"
            value={ground}
            onChange={(e) => draft.change({ ground: e.target.value as string })}
            aria-label="依据"
          >
            {chosen?.grounds.map((g) => (
              <Radio key={g.id} value={g.id}>
                {g.title}
              </Radio>
            ))}
          </Radio.Group>
          <Citations clauses={chosen?.grounds.find((g) => g.id === ground)?.clauses ?? []} />
        </>
      )}
      {chosen && chosen.steps.length > 0 && (
        <div className="steps-after">
          <p>钱要变，还得一步一步走完：</p>
          <ol>
            {chosen.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      )}
    </WordsDialog>
  );
}
