import { type Problem, residentApi, STATEMENT_HASHES, STATEMENTS } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button';
import { FaceConsent } from '@/components/face-consent';
import { Section } from '@/components/page';
import { TextField } from '@/components/text-field';
import { api } from '@/platform/api';
import { canCheckFace, requestFace } from '@/platform/face';
import { newId } from '@/platform/new-id';

/** Whether a face can be offered here at all. Where not, a pen and people are all there is to offer. */
export function useFaceHere(): boolean {
  const [here, setHere] = useState(false);
  useEffect(() => void canCheckFace().then(setHere), []);
  return here;
}

/** What the face is to stand for: a link that was opened, or a signature that waits to be confirmed. */
export type FaceFor = { readonly token: string; readonly lastSix: string } | { readonly signatureId: string };

const statement = STATEMENTS['face-to-sign'];
const consent = { statement: 'face-to-sign' as const, version: statement.version, hash: STATEMENT_HASHES['face-to-sign'] };

/** One face check with a consent of its own. Writing the name, or two people at the counter, do the same; that is said here. */
export function FaceToSign({
  about,
  name: written,
  otherWay,
  onPassed,
  onLeave,
}: {
  readonly about: FaceFor;
  readonly name: string;
  /** The words of the way back to a pen, or to waiting. */
  readonly otherWay: string;
  readonly onPassed: (faceCheckId: string) => Promise<Problem | undefined>;
  readonly onLeave: () => void;
}) {
  // As whoever asked wrote it; WeChat wants it as it stands on the card.
  const [name, setName] = useState(written);
  const [number, setNumber] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [words, setWords] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const begin = async (): Promise<void> => {
    setProblem(undefined);
    if (!agreed) return setWords('先看上面那段，同意了再开始。不同意就换个办法，一样算。');
    setWords(undefined);
    const params = { faceCheckId: await newId() };
    const typed = number.replace(/\s/g, '').toUpperCase();
    const begun = await api(residentApi.beginRelayFace, { params, body: { for: about, name, number: typed, consent } });
    if (!begun.ok) return setProblem(begun.problem);
    if (begun.data.verifyId === undefined) return setWords(begun.data.result.sentence.sentence);
    await requestFace(begun.data.verifyId);
    // Whatever the phone says: what the server finds counts.
    const finished = await api(residentApi.finishFaceCheck, { params });
    if (!finished.ok) return setProblem(finished.problem);
    if (finished.data.state !== 'passed') return setWords(finished.data.sentence.sentence);
    return setProblem(await onPassed(params.faceCheckId));
  };
  return (
    <Section title="刷一下脸">
      <TextField label="姓名，照着身份证" value={name} maxLength={50} onChange={setName} />
      <TextField
        label="身份证号"
        keyboard="idcard"
        value={number}
        maxLength={18}
        hint="微信要用姓名和号码来认。用过就不留在手机上。"
        onChange={setNumber}
      />
      <View className="gap">
        <FaceConsent statement={statement} agreed={agreed} onAgreed={setAgreed} words={words} problem={problem} />
      </View>
      <View className="gap stack">
        <Button busyText="正在开" onTap={begin}>
          同意，开始刷脸
        </Button>
        <Button kind="quiet" onTap={onLeave}>
          {otherWay}
        </Button>
      </View>
    </Section>
  );
}
