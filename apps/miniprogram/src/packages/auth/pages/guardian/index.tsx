import { checkIdentityNumber, IDENTITY_NUMBER_SENTENCES, normaliseIdentityNumber } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { NumberedSteps } from '@/components/numbered-steps';
import { Head, Page } from '@/components/page';
import { TextField } from '@/components/text-field';
import { useAccount } from '@/platform/account';
import { today } from '@/platform/clock';
import { canCheckFace } from '@/platform/face';
import { goTo, replaceWith } from '@/platform/navigate';
import { CITED } from '../../_logic/cited';
import { type RunProps, withRun } from '../../_parts/with-run';
import '../../_parts/auth.scss';

/** The guardian's own name and number: WeChat looks at the guardian, a person looks at the photo. */
function Guardian({ run, change }: RunProps) {
  const me = useAccount();
  const [name, setName] = useState(run.guardian?.name ?? me?.name ?? '');
  const [number, setNumber] = useState(run.guardian?.number ?? '');
  const [wrong, setWrong] = useState<{ name?: string; number?: string }>({});
  const [face, setFace] = useState(true);
  useEffect(() => void canCheckFace().then(setFace), []);
  const next = () => {
    const typed = normaliseIdentityNumber(number);
    const bad = typed === '' ? undefined : checkIdentityNumber(typed, today());
    const problems = {
      ...(name.trim() === '' && { name: '您叫什么名字？' }),
      ...(typed === '' && { number: '您的身份证号是多少？' }),
      ...(bad && { number: IDENTITY_NUMBER_SENTENCES[bad] }),
    };
    setWrong(problems);
    if (Object.keys(problems).length > 0) return;
    change((r) => ({ ...r, guardian: { name: name.trim(), number: typed } }));
    goTo('authFace', { id: run.id });
  };
  return (
    <Page
      title="监护人"
      actions={
        <ActionBar hint="不想刷脸，返回上一页换个办法">
          {face ? <Button onTap={next}>写好了，去刷脸</Button> : <Button onTap={() => replaceWith('auth')}>换个办法</Button>}
        </ActionBar>
      }
    >
      <Head tight title={`您是${run.name}的监护人`} lead="孩子、自己做不了的人，由照管他的大人替他做。" />
      <NumberedSteps steps={['您写上自己的名字和证件号', '您刷一下脸，只看是不是您', `当场给${run.name}拍一张照片，由人来看`]} />
      <View className="gap-l">
        <TextField label="您的姓名" value={name} maxLength={50} problem={wrong.name} onChange={setName} />
        <TextField label="您的身份证号" keyboard="idcard" value={number} maxLength={20} problem={wrong.number} onChange={setNumber} />
      </View>
      <View className="gap">
        <Note tone="plain">{`刷的是您的脸，不刷${run.name}的。`}</Note>
      </View>
      <View className="gap-s">
        <Cites citations={[CITED.faceConsent]} />
      </View>
    </Page>
  );
}

export default withRun('监护人', Guardian);
