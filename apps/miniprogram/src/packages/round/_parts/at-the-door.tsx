import { DOOR_EVENTS, LIFE_EVENT_NAMES, type RoundHousehold, WISH_IDS, WISH_NAMES } from '@assist/contracts';
import { View } from '@tarojs/components';
import type { Application } from '@/application/application';
import { PhotoBox } from '@/application/photo-box';
import { type AtDoor, type DoorDraft, photosOwner } from '@/application/round/door-draft';
import { Card, Row } from '@/components/card';
import { AgreeBox, ManySegments, Segments, Switch } from '@/components/choice';
import { DateField } from '@/components/date-field';
import { Field } from '@/components/field';
import { Note } from '@/components/note';
import { Head, Section } from '@/components/page';
import { Select } from '@/components/select';
import { TextField } from '@/components/text-field';
import { today } from '@/platform/clock';
import { whyWords } from './words';

const EVENTS = Object.fromEntries(DOOR_EVENTS.filter((id) => id !== 'nothing-changed').map((id) => [id, LIFE_EVENT_NAMES[id] ?? id]));
const WISHES = WISH_IDS.map((value) => ({ value, title: WISH_NAMES[value] }));

interface AtTheDoorProps {
  readonly app: Application;
  readonly door: DoorDraft;
  readonly change: (at: Partial<AtDoor>) => void;
  readonly wanted?: { readonly field: keyof AtDoor; readonly words: string };
}

/** What is asked at one door. A phone number or an account is not among it: only the person themselves changes those. */
export function AtTheDoor({ app, door, change, wanted }: AtTheDoorProps) {
  const { at } = door;
  const { household } = door;
  const problem = (field: keyof AtDoor) => (wanted?.field === field ? wanted.words : undefined);
  const home = !at.nobodyHome;
  return (
    <>
      <Head tight title={door.caseId === undefined ? '别的人想申请' : `${door.name}家`} {...leadOf(household)} />
      {door.state === 'refused' && door.problem ? (
        <Note tone="attention" title={door.problem.title}>
          {door.problem.fields?.map((one) => one.sentence).join('。')}
        </Note>
      ) : null}
      {household?.visit ? <ForTheVisit visit={household.visit} /> : null}
      {door.caseId === undefined ? <WantsToApply at={at} change={change} problem={problem('apply')} /> : null}
      {door.caseId !== undefined ? (
        <Card list>
          <Row
            title="家里没人"
            under="记一次来过，别的不变"
            aside={<Switch label="家里没人" on={at.nobodyHome === true} onChange={(nobodyHome) => change({ nobodyHome })} />}
          />
        </Card>
      ) : null}
      {home && household ? <Met household={household} at={at} change={change} /> : null}
      {home ? (
        <TextField
          label="家里谁在"
          hint="念给他听，他说对才送"
          value={at.present ?? ''}
          maxLength={30}
          problem={problem('present')}
          onChange={(present) => change({ present })}
        />
      ) : null}
      <TextField
        label="和您一起来的人"
        hint="入户要两个人。您的名字已经在了"
        value={at.second ?? ''}
        maxLength={30}
        problem={problem('second')}
        onChange={(second) => change({ second })}
      />
      {home && household ? <Changed household={household} at={at} change={change} problem={problem('told')} /> : null}
      <Section title="照片" aside="不拍也行">
        <PhotoBox app={app} owner={photosOwner(door.id)} about="other" />
      </Section>
      {home ? (
        <Field label="还想要什么帮助" aside="可选几样">
          <ManySegments label="还想要什么帮助" options={WISHES} values={at.wishes ?? []} onChange={(wishes) => change({ wishes })} />
        </Field>
      ) : null}
      <TextField
        label="带话给镇街"
        hint="这一家也看得到"
        value={at.note ?? ''}
        maxLength={500}
        long
        problem={problem('note')}
        onChange={(note) => change({ note })}
      />
      {home ? (
        <View className="gap">
          <AgreeBox on={at.readOut === true} label="念过了，他说对" onChange={(readOut) => change({ readOut })}>
            <View>念过了，他说对</View>
            <View className="cap quiet">他也会收到一句，不是他的意思，能说“我没同意”。</View>
          </AgreeBox>
        </View>
      ) : null}
    </>
  );
}

const leadOf = (household: RoundHousehold | undefined) =>
  household ? { lead: `${household.village}。${whyWords(household, today())}` } : {};

function ForTheVisit({ visit }: { readonly visit: NonNullable<RoundHousehold['visit']> }) {
  const { address, phone, note, code } = visit;
  if (!address && !phone && !note && !code) return null;
  return (
    <Card tone="tint">
      {address ? <View>住处：{address}</View> : null}
      {phone ? <View>电话：{phone}</View> : null}
      {note ? <View>要照顾的：{note}</View> : null}
      {code ? <View className="strong">验真码 {code}，进门先报</View> : null}
    </Card>
  );
}

interface PartProps {
  readonly at: AtDoor;
  readonly change: (at: Partial<AtDoor>) => void;
}

/** Who was seen counts as met this year; who was there is filled in with the first of them. */
function Met({ household, at, change }: PartProps & { readonly household: RoundHousehold }) {
  const met = at.met ?? [];
  return (
    <Field label="见到了谁" aside="见过面，就算认证">
      <ManySegments
        label="见到了谁"
        options={household.members.map((one) => ({ value: one.memberId, title: one.name }))}
        values={met}
        onChange={(next) => {
          const first = household.members.find((one) => one.memberId === next[0])?.name;
          change({ met: next, ...(!at.present && first && { present: first }) });
        }}
      />
    </Field>
  );
}

function Changed({
  household,
  at,
  change,
  problem,
}: PartProps & { readonly household: RoundHousehold; readonly problem: string | undefined }) {
  const told = at.told ?? {};
  const tell = (next: typeof told) => change({ told: { ...told, ...next } });
  return (
    <Section title="家里有变化吗">
      <Segments
        label="家里有变化吗"
        options={[
          { value: 'same', title: '都没变' },
          { value: 'changed', title: '有变化' },
        ]}
        value={at.change}
        onChange={(to) => change({ change: to })}
      />
      {at.change === 'changed' ? (
        <View className="gap">
          <Select label="变了哪一样" options={EVENTS} value={told.event} problem={problem} onChange={(event) => tell({ event })} />
          <Select
            label="是谁的事"
            aside="不清楚就空着"
            options={Object.fromEntries(household.members.map((one) => [one.memberId, one.name]))}
            value={told.member}
            onChange={(member) => tell({ member })}
          />
          <DateField
            label="哪天的事"
            aside="不清楚就空着"
            value={told.happenedOn}
            to={today()}
            onChange={(happenedOn) => tell({ happenedOn })}
          />
          <TextField label="说说怎么回事" value={told.words ?? ''} maxLength={500} long onChange={(words) => tell({ words })} />
          <View className="gap">
            <Note tone="info" icon="lock">
              换电话、换银行卡，替不了。请教他在自己手机上换，或者到窗口。
            </Note>
          </View>
        </View>
      ) : null}
    </Section>
  );
}

function WantsToApply({ at, change, problem }: PartProps & { readonly problem: string | undefined }) {
  const apply = at.apply ?? { name: '', where: '', words: '' };
  const set = (next: Partial<typeof apply>) => change({ apply: { ...apply, ...next } });
  return (
    <>
      <TextField label="谁想申请" value={apply.name} maxLength={30} problem={problem} onChange={(name) => set({ name })} />
      <TextField label="住在哪里" hint="哪个村、哪栋、哪家旁边" value={apply.where} maxLength={100} onChange={(where) => set({ where })} />
      <TextField label="为什么难" value={apply.words} maxLength={300} long onChange={(words) => set({ words })} />
      <View className="gap">
        <Note tone="info">谁都能申请。镇街会去找他；他自己在手机上填也行。</Note>
      </View>
    </>
  );
}
