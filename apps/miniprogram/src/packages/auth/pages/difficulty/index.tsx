import { type Problem, residentApi, STATEMENTS } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { AgreeBox } from '@/components/choice';
import { Head, Page, Section } from '@/components/page';
import { PictureChoice } from '@/components/picture-choice';
import { ProblemNote } from '@/components/problem-panel';
import { accessible } from '@/platform/accessible';
import { api } from '@/platform/api';
import { canCheckFace } from '@/platform/face';
import { askFamily, useKnownFamily } from '@/platform/my-family';
import { goTo } from '@/platform/navigate';
import { PICTURES, type Picture, suggestionFor, togglePicture, WAY_WORDS, type WayOn } from '../../_logic/difficulties';
import { noteNothingDifficult } from '../../_logic/was-asked';
import { consentTo } from '../../_parts/statement';
import { type RunProps, withRun } from '../../_parts/with-run';
import '../../_parts/auth.scss';

/** What is difficult, before any face: the suggestion follows at once, and every way stays open. Nothing of it is kept or sent. */
function Difficulty({ app, run }: RunProps) {
  const family = useKnownFamily();
  const [chosen, setChosen] = useState<readonly Picture[]>([]);
  const [face, setFace] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => void canCheckFace().then(setFace), []);
  const begin = family?.beginWithPerson ?? false;
  // Whoever asked for another way is not shown a face first.
  const other = useRouter().params.other !== undefined;
  const { ways, hint } = suggestionFor(chosen, face, begin || other);
  const go = (way: WayOn) => {
    if (chosen.includes('none') && 'caseId' in run.whom) noteNothingDifficult(app.storage, run.whom.memberId, run.whom.caseId);
    const id = run.id;
    if (way === 'face') return goTo('authFace', { id });
    if (way === 'video') return goTo('authVideo', { id });
    if (way === 'guardian') return goTo('authGuardian', { id: asGuardian() });
    return goTo('authVisit', { id, where: way });
  };
  const asGuardian = () =>
    app.runs.begin({ whom: run.whom, role: 'guardian', name: run.name, ...(run.office && { office: run.office }) }).id;
  const remember = async (on: boolean): Promise<void> => {
    const body = { beginWithPerson: on, ...(on && { consent: consentTo('begin-with-person') }) };
    const answer = await api(residentApi.rememberDifficulty, { body });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) await askFamily();
  };
  const [first, ...rest] = ways as [WayOn, ...WayOn[]];
  const shown = run.role === 'self' ? rest.filter((way) => way !== 'guardian') : rest;
  return (
    <Page
      title="换个办法"
      actions={
        <ActionBar hint={hint} hintIcon={WAY_WORDS[first].icon}>
          <Button onTap={() => go(first)}>{WAY_WORDS[first].go}</Button>
        </ActionBar>
      }
    >
      <Head
        tight
        title={run.role === 'self' ? '您有没有不方便？' : `${run.name}有没有不方便？`}
        lead="选好了，我们换个合适的办法。选了什么，不记下来。"
      />
      <PictureChoice
        label="有没有不方便"
        options={PICTURES}
        values={chosen}
        onToggle={(value) => setChosen(togglePicture(chosen, value))}
      />
      <View className="heard" {...accessible({ live: 'polite' })}>
        {chosen.length ? hint : ''}
      </View>
      <View className="gap">
        <AgreeBox on={begin} label={STATEMENTS['begin-with-person'].title} onChange={(on) => void remember(on)}>
          <View>{STATEMENTS['begin-with-person'].title}</View>
          {STATEMENTS['begin-with-person'].paragraphs.map((text) => (
            <View key={text} className="cap quiet">
              {text}
            </View>
          ))}
        </AgreeBox>
      </View>
      {problem ? (
        <View className="gap">
          <ProblemNote problem={problem} />
        </View>
      ) : null}
      <Section title="别的办法，随您选">
        <Card list>
          {shown.map((way) => (
            <Row key={way} icon={WAY_WORDS[way].icon} title={WAY_WORDS[way].title} under={WAY_WORDS[way].under} onTap={() => go(way)} />
          ))}
        </Card>
      </Section>
    </Page>
  );
}

export default withRun('换个办法', Difficulty);
