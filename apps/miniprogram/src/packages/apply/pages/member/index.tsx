import type { PrefilledField } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { type ComponentType, useState } from 'react';
import { memberOf, membersOf, withMember, withoutMember } from '@/application/draft/edits';
import { savedWords } from '@/application/draft/saved-words';
import { type DraftProps, withDraft } from '@/application/use-application';
import { calledName } from '@/application/words/lists';
import { RELATION_NAMES } from '@/application/words/names';
import { ActionBar, ButtonRow } from '@/components/action-bar';
import { Avatar } from '@/components/avatar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Head, Page } from '@/components/page';
import { today } from '@/platform/clock';
import { goBack, replaceWith } from '@/platform/navigate';
import { FilledIn } from '../../_parts/filled-in';
import { StepActions, StepBar, useSteps } from '../../_parts/steps';
import { Body } from './_steps/body';
import { Home } from './_steps/home';
import { Paper } from './_steps/paper';
import type { StepProps } from './_steps/step-props';
import { Who } from './_steps/who';
import { Work } from './_steps/work';
import '../../_parts/apply.scss';

const SCREENS = { who: Who, paper: Paper, home: Home, body: Body, work: Work } as const satisfies Record<string, ComponentType<StepProps>>;
type Step = keyof typeof SCREENS;
/** Which screen asks for a field, when a check leads here. */
const SCREEN_OF: Record<string, Step> = {
  name: 'who',
  relation: 'who',
  birthDate: 'who',
  paper: 'paper',
  absence: 'home',
  livesTogether: 'home',
  registration: 'home',
  residence: 'home',
  phone: 'home',
  illness: 'body',
  disability: 'body',
  bedriddenMonths: 'body',
  cannotDoAlone: 'body',
  work: 'work',
  schooling: 'work',
};
/** What may have been filled in, on the screen that asks for it. */
const FILLED_IN: Partial<Record<Step, readonly PrefilledField[]>> = {
  who: ['name', 'relation', 'birthDate'],
  home: ['registration'],
  body: ['disability'],
};
const OF_APPLICANT: readonly Step[] = ['who', 'home', 'body', 'work'];
const OF_OTHERS: readonly Step[] = ['who', 'paper', 'home', 'body', 'work'];

function Member(props: DraftProps) {
  const { form, state, change, beside, changeBeside, app } = props;
  const { id = 'm1', field } = useRouter().params;
  const member = memberOf(form, id);
  const steps = useSteps(id === 'm1' ? OF_APPLICANT : OF_OTHERS, field && SCREEN_OF[field]);
  const [leaving, setLeaving] = useState(false);
  if (!member)
    return (
      <Page
        title="家里的人"
        actions={
          <ActionBar>
            <Button onTap={() => replaceWith('members')}>看家里的人</Button>
          </ActionBar>
        }
      >
        <Head title="这个人已经不在单子里" lead="别的都在。" />
      </Page>
    );
  const Screen = SCREENS[steps.step];
  const path = `members.${membersOf(form).indexOf(member)}`;
  return (
    <Page
      title="家里的人"
      actions={
        <StepActions
          steps={steps}
          hint={`边填边存，${savedWords(state, today()).words.split('，')[0] ?? ''}`}
          lastWords={id === 'm1' ? '好了' : '填下一个人'}
          onLast={() => {
            app.draft.flush();
            goBack();
          }}
        />
      }
    >
      <StepBar {...steps} />
      {steps.index > 0 ? (
        <View className="who">
          <Avatar name={member.name} />
          <View>
            <View className="strong">{calledName(member)}</View>
            <View className="cap quiet">{RELATION_NAMES[member.relation]}</View>
          </View>
        </View>
      ) : null}
      <Screen {...props} member={member} path={path} set={(part) => change((f) => withMember(f, id, part))} />
      {FILLED_IN[steps.step] ? (
        <View className="gap-l">
          <FilledIn
            form={form}
            change={change}
            beside={beside}
            changeBeside={changeBeside}
            memberId={id}
            fields={FILLED_IN[steps.step] ?? []}
          />
        </View>
      ) : null}
      {steps.index === 0 && id !== 'm1' ? (
        <View className="gap-l">
          {leaving ? (
            <Card tone="attention">
              <View>{`把${calledName(member)}从单子里去掉？`}</View>
              <View className="gap">
                <ButtonRow>
                  <Button kind="second" small onTap={() => setLeaving(false)}>
                    不去掉
                  </Button>
                  <Button
                    small
                    onTap={() => {
                      change((f) => withoutMember(f, id));
                      goBack();
                    }}
                  >
                    去掉
                  </Button>
                </ButtonRow>
              </View>
            </Card>
          ) : (
            <Button kind="quiet" onTap={() => setLeaving(true)}>
              写多了，去掉这个人
            </Button>
          )}
        </View>
      ) : null}
    </Page>
  );
}

export default withDraft('家里的人', Member);
