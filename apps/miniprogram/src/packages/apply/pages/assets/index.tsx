import type { DraftForm } from '@assist/contracts';
import type { Fen } from '@assist/policy';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { type DraftProps, withDraft } from '@/application/use-application';
import { VEHICLE_NAMES } from '@/application/words/names';
import { AmountInput } from '@/components/amount-input';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice, Segments } from '@/components/choice';
import { Field } from '@/components/field';
import { Head, Page } from '@/components/page';
import { Select } from '@/components/select';
import { SquareMetres } from '@/components/square-metres';
import { YesNo } from '@/components/yes-no';
import { replaceWith } from '@/platform/navigate';
import { Fixes } from '../../_parts/fixes';
import { StepActions, StepBar, useSteps } from '../../_parts/steps';
import '../../_parts/apply.scss';

type AssetsForm = NonNullable<DraftForm['assets']>;
const STEPS = ['dwellings', 'vehicles', 'financial', 'businesses'] as const;

function Assets({ app, form, change }: DraftProps) {
  const steps = useSteps(STEPS, useRouter().params.field);
  const assets = form.assets ?? {};
  const set = (part: Partial<AssetsForm>) => change((f) => ({ ...f, assets: { ...f.assets, ...part } }));
  const screens = { dwellings: Dwellings, vehicles: Vehicles, financial: Financial, businesses: Businesses };
  const Screen = screens[steps.step];
  return (
    <Page title="房子、车、存款" actions={<StepActions steps={steps} hint="不知道的先跳过" onLast={() => replaceWith('apply')} />}>
      <StepBar {...steps} />
      <Fixes app={app} under={`assets.${steps.step}`} />
      <Screen assets={assets} set={set} />
    </Page>
  );
}

interface PartProps {
  readonly assets: AssetsForm;
  readonly set: (part: Partial<AssetsForm>) => void;
}

const Remove = ({ onTap, children }: { readonly onTap: () => void; readonly children: string }) => (
  <View className="gap">
    <Button kind="quiet" onTap={onTap}>
      {children}
    </Button>
  </View>
);

function Dwellings({ assets: { dwellings }, set }: PartProps) {
  const all = dwellings ?? [];
  const put = (i: number, part: Partial<(typeof all)[number]>) => set({ dwellings: all.map((d, j) => (j === i ? { ...d, ...part } : d)) });
  return (
    <>
      <Head title="家里有几套房子？" lead="写在家里人名下的。租的、借的不算。" />
      <Choice option={{ value: 'none', title: '没有房子' }} on={dwellings?.length === 0} onTap={() => set({ dwellings: [] })} />
      <View className="stack gap">
        {all.map((d, i) => (
          <Card key={String(i)}>
            <SquareMetres
              label={`第 ${i + 1} 套，多少平方米`}
              value={d.squareMetres}
              onChange={(squareMetres) => put(i, { squareMetres })}
            />
            <View className="gap-l">
              <YesNo
                label="是危房吗"
                hint="政府鉴定过的"
                yes="是"
                no="不是"
                value={d.dangerous}
                onChange={(dangerous) => put(i, { dangerous })}
              />
            </View>
            <Remove onTap={() => set({ dwellings: all.filter((_, j) => j !== i) })}>去掉这一套</Remove>
          </Card>
        ))}
      </View>
      <View className="gap">
        <Button kind="second" icon="plus" onTap={() => set({ dwellings: [...all, {}] })}>
          {all.length ? '再加一套' : '有，加一套'}
        </Button>
      </View>
    </>
  );
}

function Vehicles({ assets: { vehicles }, set }: PartProps) {
  const all = vehicles ?? [];
  const put = (i: number, part: Partial<(typeof all)[number]>) => set({ vehicles: all.map((v, j) => (j === i ? { ...v, ...part } : v)) });
  return (
    <>
      <Head title="家里有车吗？" lead="写在家里人名下的，摩托车也算。" />
      <Choice option={{ value: 'none', title: '没有车' }} on={vehicles?.length === 0} onTap={() => set({ vehicles: [] })} />
      <View className="stack gap">
        {all.map((v, i) => (
          <Card key={String(i)}>
            <Select label={`第 ${i + 1} 辆是什么车`} options={VEHICLE_NAMES} value={v.kind} onChange={(kind) => put(i, { kind })} />
            <View className="gap-l">
              <AmountInput
                label="现在值多少"
                hint="不知道就空着"
                value={v.presentValue}
                onChange={(presentValue) => put(i, { presentValue })}
              />
            </View>
            <View className="gap-l">
              <YesNo label="有写价钱的单子吗" value={v.valueEvidence} onChange={(valueEvidence) => put(i, { valueEvidence })} />
            </View>
            <Remove onTap={() => set({ vehicles: all.filter((_, j) => j !== i) })}>去掉这一辆</Remove>
          </Card>
        ))}
      </View>
      <View className="gap">
        <Button kind="second" icon="plus" onTap={() => set({ vehicles: [...all, { kind: 'car' }] })}>
          {all.length ? '再加一辆' : '有，加一辆'}
        </Button>
      </View>
    </>
  );
}

const Financial = ({ assets: { financial }, set }: PartProps) => (
  <>
    <Head title="全家存款一共多少？" lead="银行、微信、股票、保险都算，大概的也行。" />
    <Choice option={{ value: 'none', title: '没有存款' }} on={financial === 0} onTap={() => set({ financial: 0 as Fen })} />
    <View className="gap-l">
      <AmountInput label="存款一共" value={financial === 0 ? undefined : financial} onChange={(amount) => set({ financial: amount })} />
    </View>
  </>
);

const COUNTS = ['0', '1', '2', '3'] as const;
const Businesses = ({ assets: { businesses }, set }: PartProps) => (
  <>
    <Head title="家里开店、开公司吗？" lead="登记在家里人名下的，有几家。" />
    <Field label="有几家">
      <Segments
        label="有几家"
        value={businesses === undefined ? undefined : String(Math.min(3, businesses))}
        onChange={(n) => set({ businesses: Number(n) })}
        options={COUNTS.map((value) => ({ value, title: value === '0' ? '没有' : value === '3' ? '3 家或更多' : `${value} 家` }))}
      />
    </Field>
  </>
);

export default withDraft('房子、车、存款', Assets);
