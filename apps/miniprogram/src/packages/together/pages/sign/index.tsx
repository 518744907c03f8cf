import { type Problem, type RelayOpened, residentApi, STATEMENT_HASHES, STATEMENTS, type StatementId } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { AccountGate } from '@/components/account-gate';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { AgreeBox } from '@/components/choice';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { TextField } from '@/components/text-field';
import { useAgreed } from '@/platform/agreement';
import { api } from '@/platform/api';
import { goTab } from '@/platform/navigate';
import { newId } from '@/platform/new-id';
import { phoneId } from '@/platform/phone-id';
import { wordingOf } from '@/wording/day';
import { FaceToSign, useFaceHere } from '../../_parts/face-to-sign';
import { Handwriting } from '../../_parts/handwriting';
import '../../_parts/together.scss';

const AGREE: Partial<Record<StatementId, string>> = { 'sensitive-data': '我同意用到这些要紧的信息', 'cross-check': '我同意镇上查这些' };

type Opened = { readonly token: string; readonly lastSix: string; readonly shown: RelayOpened };

/** Somebody of the family asked me to agree: opened by my own last six, signed by my own hand. */
export default function RelaySign() {
  const agreed = useAgreed();
  const [opened, setOpened] = useState<Opened>();
  const [said, setSaid] = useState<string>();
  if (said !== undefined) return <Said sentence={said} />;
  if (agreed && opened) return <Statements opened={opened} onSaid={setSaid} />;
  return <Digits onOpened={setOpened} />;
}

const clean = (text: string): string => text.toUpperCase().replace(/[\s-]/g, '');

function Digits({ onOpened }: { readonly onOpened: (opened: Opened) => void }) {
  const linked = useRouter().params.t;
  const agreed = useAgreed();
  const [code, setCode] = useState('');
  const [six, setSix] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const open = async (): Promise<void> => {
    const token = linked ? decodeURIComponent(linked) : clean(code);
    const lastSix = clean(six);
    const answer = await api(residentApi.openRelay, { body: { token, lastSix, phoneId: await phoneId() } });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) onOpened({ token, lastSix, shown: answer.data });
  };
  return (
    <Page
      title="请您点个头"
      actions={
        agreed ? (
          <ActionBar>
            <Button busyText="正在打开" onTap={open}>
              打开看看
            </Button>
          </ActionBar>
        ) : null
      }
    >
      <AccountGate>
        <Head tight title="家里人请您点个头" lead="先写您自己证件号的最后六位。别人看不到。" />
        {linked ? null : <TextField label="纸上的码" value={code} maxLength={16} onChange={setCode} />}
        <TextField label="您证件号的最后六位" keyboard="idcard" value={six} maxLength={6} onChange={setSix} />
        {problem ? <ProblemNote problem={problem} /> : null}
        <View className="gap">
          <Note tone="plain">不收钱，不要银行卡，也不要短信验证码。</Note>
        </View>
      </AccountGate>
    </Page>
  );
}

function Statements({ opened, onSaid }: { readonly opened: Opened; readonly onSaid: (sentence: string) => void }) {
  const { shown, token, lastSix } = opened;
  const [ticked, setTicked] = useState<readonly StatementId[]>([]);
  const [strokes, setStrokes] = useState<number[][]>([]);
  const [problem, setProblem] = useState<Problem>();
  const id = useRef<string>();
  const guardian = shown.signer === 'guardian';
  const faceHere = useFaceHere();
  const [byFace, setByFace] = useState(false);
  const answerWith = async (answer: Parameters<typeof send>[1]): Promise<Problem | undefined> => {
    id.current ??= await newId();
    const result = await send(id.current, answer, { token, lastSix, phoneId: await phoneId() });
    setProblem(result.ok ? undefined : result.problem);
    if (result.ok) onSaid(result.data.sentence);
    // Another content is another signature.
    else if (result.problem.code === 'content-differs') id.current = undefined;
    return result.ok ? undefined : result.problem;
  };
  const statements = shown.statements.map((statement) => ({
    statement,
    version: STATEMENTS[statement].version,
    hash: STATEMENT_HASHES[statement],
  }));
  const open = shown.statements.filter((one) => !ticked.includes(one)).length;
  const missing = open ? `还有 ${open} 样没点` : strokes.length ? '看清楚了再点' : '还差写名字';
  const agreedTo = statements.filter((one) => ticked.includes(one.statement));
  return (
    <Page
      title="请您点个头"
      actions={
        byFace ? null : (
          <ActionBar hint={missing}>
            <Button onTap={() => answerWith({ kind: 'agreed', statements: agreedTo, strokes })}>同意，签好了</Button>
          </ActionBar>
        )
      }
    >
      <Head
        tight
        title={`${shown.applicant || '家里人'}在申请救助`}
        lead={guardian ? `您替${shown.name}签，您是监护人。` : `请您，${shown.name}，自己看、自己点。不同意也没关系。`}
      />
      {shown.statements.map((statement, i) => (
        <Section key={statement} title={`${i + 1}. ${STATEMENTS[statement].title}`}>
          <Card>
            {STATEMENTS[statement].paragraphs.map((p) => (
              <View key={p} className="gap-s">
                {p}
              </View>
            ))}
            <View className="gap cap quiet">{wordingOf(STATEMENTS[statement].version)}</View>
          </Card>
          <View className="gap">
            <AgreeBox
              label={AGREE[statement] ?? '我同意'}
              on={ticked.includes(statement)}
              onChange={(on) => setTicked((now) => (on ? [...now, statement] : now.filter((one) => one !== statement)))}
            >
              {AGREE[statement] ?? '我同意'}
            </AgreeBox>
          </View>
        </Section>
      ))}
      {byFace ? (
        <FaceToSign
          about={{ token, lastSix }}
          name={guardian ? (shown.guardian ?? '') : shown.name}
          otherWay="不刷脸，写名字"
          onPassed={(faceCheckId) => answerWith({ kind: 'agreed', statements: agreedTo, faceCheckId })}
          onLeave={() => setByFace(false)}
        />
      ) : (
        <Section title={guardian ? '写您的名字' : '写名字'}>
          <Handwriting onChange={setStrokes} />
          {faceHere && open === 0 ? (
            <View className="gap">
              <Button kind="second" onTap={() => setByFace(true)}>
                不写字，刷一下脸
              </Button>
            </View>
          ) : null}
        </Section>
      )}
      {problem && !byFace ? <ProblemNote problem={problem} /> : null}
      <View className="gap-l stack">
        <Button kind="second" onTap={() => answerWith({ kind: 'cannot-write' })}>
          我写不了字，请人当面记
        </Button>
        <Button kind="quiet" onTap={() => answerWith({ kind: 'not-now' })}>
          我暂时不签
        </Button>
      </View>
    </Page>
  );
}

type Answer =
  | { kind: 'agreed'; statements: { statement: StatementId; version: string; hash: string }[]; strokes: number[][] }
  | { kind: 'agreed'; statements: { statement: StatementId; version: string; hash: string }[]; faceCheckId: string }
  | { kind: 'not-now' | 'cannot-write' };

const send = (signatureId: string, answer: Answer, opening: { token: string; lastSix: string; phoneId: string }) =>
  api(residentApi.signRelay, { params: { signatureId }, body: { ...opening, answer: answer as never } });

const Said = ({ sentence }: { readonly sentence: string }) => (
  <Page
    title="请您点个头"
    actions={
      <ActionBar>
        <Button onTap={() => goTab('mine')}>好了</Button>
      </ActionBar>
    }
  >
    <Head title="记下了" lead={sentence} />
    <Note tone="good" title="以您的名义签过的，随时能看">
      在“我的”里，能说“我没同意”，也能说不再同意。
    </Note>
  </Page>
);
