import { PREFILL_SOURCE_NAMES, PREFILLED_FIELD_NAMES, type Prefilled, type PrefilledField } from '@assist/contracts';
import { View } from '@tarojs/components';
import type { TakenOut } from '@/application/draft/draft-record';
import { prefilledOf, standsAsFilled, takenOutBy, withDispute, withoutDispute } from '@/application/prefill/prefill';
import type { DraftProps } from '@/application/use-application';
import { instantOf } from '@/application/words/day-and-time';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { State } from '@/components/state';
import { dayInWords } from '@/wording/day';

/**
 * What was filled in for one person: each value with where it came from, and one tap to say that it is wrong.
 * @param fields only these; all of them otherwise
 */
export function FilledIn({
  form,
  change,
  beside,
  changeBeside,
  memberId,
  fields,
}: Pick<DraftProps, 'form' | 'change' | 'beside' | 'changeBeside'> & {
  readonly memberId: string;
  readonly fields?: readonly PrefilledField[];
}) {
  const here = prefilledOf(form, memberId).filter((p) => !fields || fields.includes(p.field));
  if (here.length === 0) return null;
  const kept = beside.takenOut ?? [];
  const others = (one: Prefilled) => kept.filter((t) => t.memberId !== one.memberId || t.field !== one.field);
  const wrong = (one: Prefilled) => {
    const value = takenOutBy(form, one);
    if (value) changeBeside((b) => ({ ...b, takenOut: [...others(one), value] }));
    change((f) => withDispute(f, one, instantOf(Date.now())));
  };
  const rightAfterAll = (one: Prefilled, value: TakenOut) => {
    change((f) => withoutDispute(f, value));
    changeBeside((b) => ({ ...b, takenOut: others(one) }));
  };
  return (
    <Card>
      {here.map((one) => (
        <View key={one.field} className="filled-in">
          <View className="filled-in__words">
            <View>{`${PREFILLED_FIELD_NAMES[one.field]}：${one.shown}`}</View>
            <View className="small quiet">{`来自${PREFILL_SOURCE_NAMES[one.from]}，${dayInWords(one.on)}`}</View>
          </View>
          {one.disputed ? (
            <Disputed
              name={PREFILLED_FIELD_NAMES[one.field]}
              {...kept
                .filter((t) => t.memberId === one.memberId && t.field === one.field)
                .map((value) => ({ onBack: () => rightAfterAll(one, value) }))[0]}
            />
          ) : standsAsFilled(form, one) ? (
            <Button small kind="second" label={`不对，${PREFILLED_FIELD_NAMES[one.field]}`} onTap={() => wrong(one)}>
              不对
            </Button>
          ) : (
            <State kind="done">您改了</State>
          )}
        </View>
      ))}
      {here.some((one) => one.disputed) ? <View className="small quiet">{DISPUTED}</View> : null}
    </Card>
  );
}

/** @param onBack puts it back; absent where an earlier version of this app took it out */
const Disputed = ({ name, onBack }: { readonly name: string; readonly onBack?: () => void }) => (
  <View className="filled-in__disputed">
    <State kind="half">您说不对</State>
    {onBack ? (
      <Button small kind="quiet" label={`还是对的，${name}`} onTap={onBack}>
        还是对的
      </Button>
    ) : null}
  </View>
);

const DISPUTED = '不对的已经拿掉了，照您写的算。您说不对，镇上看得到，不会因此对您不好。';
