import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ActionBar, ButtonRow } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { accessible } from '@/platform/accessible';
import { today } from '@/platform/clock';
import { goBack, goTo, replaceWith } from '@/platform/navigate';
import { isAnswered } from '../../_logic/answered';
import { questionAt, questionsOf } from '../../_logic/questions';
import { type ChangeProps, withChange } from '../../_parts/with-change';
import { OneQuestion } from '../../_questions/one-question';
import '../../_parts/change.scss';

/** One question a screen; every one can be passed, and the phone remembers where it stood. */
function Details(props: ChangeProps) {
  const { app, record, family, asked, changeBeside } = props;
  const { field } = useRouter().params;
  const questions = questionsOf(record, family, today());
  const [wanted, setWanted] = useState(() => (field === undefined ? undefined : questionAt(field, record, questions)?.key));
  const at = wanted ?? record.beside.at;
  const index = Math.max(
    0,
    questions.findIndex((q) => q.key === at),
  );
  const question = questions[index];
  const move = (to: number) => {
    const key = questions[to]?.key;
    setWanted(undefined);
    changeBeside((beside) => ({ ...beside, at: key }));
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  };
  const nothingPicked = record.lane === 'change' && record.draft.changed.length === 0;
  const on = () => {
    const rest = questions.slice(index + 1);
    if (nothingPicked && !rest.some((q) => q.kind === 'which')) {
      if (record.beside.contact?.length) return goTo('contact');
      return replaceWith('change');
    }
    if (rest.length > 0) return move(index + 1);
    return goTo('changeEffect', { id: record.changeId });
  };
  if (!question || (!family && !asked))
    return (
      <Page title="家里有变化">
        <Skeleton rows={4} />
      </Page>
    );
  const answered = isAnswered(question, record);
  const fields = (record.fields ?? []).filter((f) => questionAt(f.path, record, questions)?.key === question.key);
  return (
    <Page
      title="家里有变化"
      actions={
        <ActionBar hint="选不选都能往下走，边填边存" hintIcon="check">
          <ButtonRow>
            <Button kind="second" onTap={() => (index > 0 ? move(index - 1) : goBack())}>
              上一步
            </Button>
            <Button onTap={on}>{answered ? '好了，下一步' : '先跳过'}</Button>
          </ButtonRow>
        </ActionBar>
      }
    >
      <View className="which-one" {...accessible({ role: 'img', label: `第 ${index + 1} 题，共 ${questions.length} 题` })}>
        {`第 ${index + 1} 题，共 ${questions.length} 题`}
      </View>
      {app.changes.isFull() ? <Note tone="attention">手机放满了，写的可能存不住。先清一点地方。</Note> : null}
      {fields.map((f) => (
        <View key={f.path} className="below">
          <Note tone="attention">{f.sentence}</Note>
        </View>
      ))}
      <OneQuestion key={question.key} {...props} question={question} />
    </Page>
  );
}

export default withChange('家里有变化', Details, 'change');
