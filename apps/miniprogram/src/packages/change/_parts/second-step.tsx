import { type Problem, residentApi, type SecondStep, STATEMENT_HASHES, STATEMENTS } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button';
import { Choices } from '@/components/choice';
import { CodeEntry } from '@/components/code-entry';
import { FaceConsent } from '@/components/face-consent';
import { Note } from '@/components/note';
import { ProblemNote } from '@/components/problem-panel';
import { api } from '@/platform/api';
import { canCheckFace, requestFace } from '@/platform/face';
import { useMyFamily } from '@/platform/my-family';
import { newId } from '@/platform/new-id';
import type { ContactKind } from '../_logic/contact';

type Way = SecondStep['by'];
type Done = (step: SecondStep) => Promise<Problem | undefined>;

/** The second step: three ways, none of them better than the other. */
export function SecondStepBox({ kind, onStep }: { readonly kind: ContactKind; readonly onStep: Done }) {
  const [way, setWay] = useState<Way>();
  const [face, setFace] = useState(false);
  useEffect(() => void canCheckFace().then(setFace), []);
  const options = [
    { value: 'text-code' as const, title: '旧号码收一个码', under: '发到登记着的那个号码' },
    { value: 'counter-code' as const, title: '到窗口拿一个码', under: '带身份证，当面给您' },
    ...(face ? [{ value: 'face' as const, title: '刷一下脸', under: '单独同意以后才开始' }] : []),
  ];
  return (
    <>
      <Choices label="用哪个办法核" options={options} value={way} onChange={setWay} />
      {way === 'text-code' ? <TextCode kind={kind} onStep={onStep} /> : null}
      {way === 'counter-code' ? <Code label="窗口给的码" onCode={(code) => onStep({ by: 'counter-code', code })} /> : null}
      {way === 'face' ? <Face onStep={onStep} /> : null}
    </>
  );
}

function Code({ label, onCode }: { readonly label: string; readonly onCode: (code: string) => Promise<Problem | undefined> }) {
  return (
    <View className="gap-l">
      <CodeEntry
        label={label}
        button="核好了，换"
        busyText="正在核"
        wrongWith={(typed) => (cleaned(typed) ? undefined : '请写上那个码')}
        onCode={(typed) => onCode(cleaned(typed))}
      />
    </View>
  );
}
const cleaned = (typed: string): string => typed.replace(/\s/g, '').toUpperCase();

function TextCode({ kind, onStep }: { readonly kind: ContactKind; readonly onStep: Done }) {
  const [sentTo, setSentTo] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const send = async (): Promise<void> => {
    const answer = await api(residentApi.sendContactCode, { body: { kind }, key: await newId() });
    if (answer.ok) setSentTo(answer.data.maskedPhone);
    setProblem(answer.ok ? undefined : answer.problem);
  };
  return (
    <View className="gap-l">
      {problem ? <ProblemNote problem={problem} /> : null}
      {sentTo ? <Note tone="good">{`码发到了 ${sentTo}。旧号码用不了，换上面别的办法。`}</Note> : null}
      <View className="gap">
        <Button kind="second" busyText="正在发" onTap={send}>
          {sentTo ? '再发一个码' : '发一个码'}
        </Button>
      </View>
      {sentTo ? <Code label="收到的码" onCode={(code) => onStep({ by: 'text-code', code })} /> : null}
    </View>
  );
}

/** A consent of its own, for this one time; without it nothing begins. */
function Face({ onStep }: { readonly onStep: Done }) {
  const { family } = useMyFamily();
  const [agreed, setAgreed] = useState(false);
  const [words, setWords] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const statement = STATEMENTS.face;
  const mine = family?.cases.flatMap((one) =>
    one.members.filter((m) => m.me).map((m) => ({ caseId: one.caseId, memberId: m.memberId })),
  )[0];
  const begin = async (): Promise<void> => {
    if (!agreed) return setWords('先看上面那段，同意了再开始');
    if (!mine) return setWords('名册里还没找到您，请用别的办法');
    const params = { faceCheckId: await newId() };
    const consent = { statement: 'face' as const, version: statement.version, hash: STATEMENT_HASHES.face };
    const begun = await api(residentApi.beginFaceCheck, { params, body: { whom: mine, role: 'self', consent, purpose: 'contact-change' } });
    if (!begun.ok) return setProblem(begun.problem);
    if (begun.data.verifyId === undefined) return setWords(begun.data.result.sentence.sentence);
    await requestFace(begun.data.verifyId);
    const finished = await api(residentApi.finishFaceCheck, { params });
    if (!finished.ok) return setProblem(finished.problem);
    if (finished.data.state === 'passed') return setProblem(await onStep({ by: 'face', faceCheckId: params.faceCheckId }));
    return setWords(finished.data.sentence.sentence);
  };
  return (
    <View className="gap-l">
      <FaceConsent statement={statement} agreed={agreed} onAgreed={setAgreed} words={words} problem={problem} />
      <View className="gap">
        <Button busyText="正在核" onTap={begin}>
          开始刷脸
        </Button>
      </View>
    </View>
  );
}
