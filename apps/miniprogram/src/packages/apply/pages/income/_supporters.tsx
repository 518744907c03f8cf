import type { DraftForm, SupporterForm } from '@assist/contracts';
import { View } from '@tarojs/components';
import { APPLY_CITED } from '@/application/evidence/cited';
import type { DraftProps } from '@/application/use-application';
import { RELATION_NAMES } from '@/application/words/names';
import { ActionBar } from '@/components/action-bar';
import { AmountInput } from '@/components/amount-input';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Cite } from '@/components/cite';
import { Head, Page } from '@/components/page';
import { Select } from '@/components/select';
import { YesNo } from '@/components/yes-no';
import { goBack } from '@/platform/navigate';

const { self: _self, ...RELATIONS } = RELATION_NAMES;

/** Relatives outside the household, without names: only what they give, and whether they could (MCA57-13). */
export function Supporters({ form, change }: DraftProps) {
  const all = form.supporters ?? [];
  const put = (supporters: SupporterForm[]) => change((f: DraftForm) => ({ ...f, supporters }));
  const set = (id: string, part: Partial<SupporterForm>) => put(all.map((s) => (s.id === id ? { ...s, ...part } : s)));
  const add = () => put([...all, { id: `s${Math.max(0, ...all.map((s) => Number(s.id.slice(1)))) + 1}`, relation: 'child' }]);
  return (
    <Page
      title="收入"
      actions={
        <ActionBar hint="不用写名字">
          <Button onTap={goBack}>好了</Button>
          <Button kind="quiet" icon="plus" onTap={add}>
            {all.length ? '再加一个亲人' : '有，加一个亲人'}
          </Button>
        </ActionBar>
      }
    >
      <Head title="不住一起的亲人帮着吗？" lead="父母、子女、丈夫妻子，住在别处的。" />
      {all.length === 0 ? (
        <Choice option={{ value: 'none', title: '没有这样的亲人' }} on={form.supporters?.length === 0} onTap={() => put([])} />
      ) : (
        <View className="stack">
          {all.map((s) => (
            <Card key={s.id}>
              <Select
                label="是您的什么人"
                options={RELATIONS}
                value={s.relation as keyof typeof RELATIONS}
                onChange={(relation) => set(s.id, { relation })}
              />
              <View className="gap-l">
                <AmountInput
                  label="每月给家里多少"
                  hint="不给写 0"
                  unit="元一个月"
                  value={s.pays}
                  onChange={(pays) => set(s.id, { pays })}
                />
              </View>
              <View className="gap-l">
                <YesNo
                  label="他有力量帮吗"
                  hint="说不清就先空着，镇上会看"
                  yes="有"
                  no="没有"
                  value={s.ableToSupport}
                  onChange={(ableToSupport) => set(s.id, { ableToSupport })}
                />
              </View>
              <View className="gap-l">
                <YesNo
                  label="他愿意让镇上查吗"
                  hint="他本人同意才查，不愿意也不要紧"
                  yes="愿意"
                  no="不愿意"
                  value={s.wouldAgree}
                  onChange={(wouldAgree) => set(s.id, { wouldAgree })}
                />
              </View>
              <View className="gap">
                <Button kind="quiet" onTap={() => put(all.filter((o) => o.id !== s.id))}>
                  去掉这一位
                </Button>
              </View>
            </Card>
          ))}
          <Cite citation={APPLY_CITED.supporters} />
        </View>
      )}
    </Page>
  );
}
