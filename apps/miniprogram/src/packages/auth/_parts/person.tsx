import { View } from '@tarojs/components';
import type { Application } from '@/application/application';
import { ButtonRow } from '@/components/action-bar';
import { Avatar } from '@/components/avatar';
import { Button } from '@/components/button';
import { Row } from '@/components/card';
import { State } from '@/components/state';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { dayFrom } from '@/wording/day';
import { dueWords, type InCase, visitWords } from '../_logic/standing';
import { wasAsked } from '../_logic/was-asked';

const dayText = (day: Parameters<typeof dayFrom>[1]) => dayFrom(today(), day);

/** Where this phone goes on with somebody of the family. */
function begin(app: Application, { member, of }: InCase): string {
  return app.runs.begin({
    whom: { caseId: of.caseId, memberId: member.memberId },
    role: member.me ? 'self' : 'family',
    name: member.name,
    office: of.office.name,
  }).id;
}

/** Can do it now: two ways of the same weight, or a person first where that was wished. */
export function ToDoPerson({ app, one, face }: { readonly app: Application; readonly one: InCase; readonly face: boolean }) {
  const { member } = one;
  const asked = wasAsked(app.storage, member.memberId, one.of.caseId);
  return (
    <View className="card person">
      <View className="person__head">
        <Avatar name={member.name} />
        <View className="person__body">
          <View className="person__name">{member.me ? `${member.name}（您）` : member.name}</View>
          <View className="person__under">{dueWords(one, today(), dayText)}</View>
        </View>
        <State kind="half">可以做了</State>
      </View>
      {face ? (
        <ButtonRow>
          <Button
            small
            kind="second"
            label={`${member.name}，换个办法`}
            onTap={() => goTo('authDifficulty', { id: begin(app, one), other: '1' })}
          >
            换个办法
          </Button>
          <Button
            small
            icon="face"
            label={`${member.name}，刷脸`}
            onTap={() => {
              const id = begin(app, one);
              // The first time it is asked what is difficult; with nothing difficult, never again.
              goTo(asked ? 'authFace' : 'authDifficulty', { id });
            }}
          >
            刷脸
          </Button>
        </ButtonRow>
      ) : (
        <Button small label={`${member.name}，选个办法`} onTap={() => goTo('authDifficulty', { id: begin(app, one) })}>
          选个办法
        </Button>
      )}
    </View>
  );
}

/** A meeting stands, or somebody is to look at what was sent. */
export function WaitingPerson({ one: { member, visit } }: { readonly one: InCase }) {
  return visit ? (
    <Row icon="calendar" title={member.name} under={visitWords(visit, dayText)} onTap={() => goTo('authVisit', { visit: visit.visitId })} />
  ) : (
    <Row icon="eye" title={member.name} under="收到了，工作人员在看。看的时候钱照发" />
  );
}

/** Counted, with day and place. */
export function MetPerson({ one: { member } }: { readonly one: InCase }) {
  const { counted, due } = member.authentication;
  return (
    <View className="met">
      <Avatar done name={member.name} />
      <View className="person__body">
        <View>{member.me ? `${member.name}（您）` : member.name}</View>
        {counted ? <View className="person__under">{counted.sentence}</View> : null}
        {due ? <View className="person__under">{`${dayText(due)}前不用做`}</View> : null}
      </View>
      <State kind="done">算过了</State>
    </View>
  );
}
