import type { FaceResult } from '@assist/contracts';
import { View } from '@tarojs/components';
import type { Run } from '@/application/authentication/run';
import { ActionBar, ButtonRow } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { accessible } from '@/platform/accessible';
import { goTo, replaceWith } from '@/platform/navigate';
import { afterFace } from '../_logic/face-words';
import { VisitCard } from './visit-card';

export interface FaceOutcomeProps {
  readonly run: Run;
  readonly result: FaceResult;
  readonly onAgain: () => void;
  readonly onAnother: () => void;
  readonly onLook: () => Promise<void>;
}

/** What a face check came to: one sentence and one thing to do, as the server said; never whose fault it was. */
export function FaceOutcome({ run, result, onAgain, onAnother, onLook }: FaceOutcomeProps) {
  const after = afterFace(result, run.role === 'guardian');
  const { sentence, visit, triesLeft, authenticationId } = result;
  const other = (
    <Button key="other" kind="second" onTap={onAnother}>
      换个办法
    </Button>
  );
  const buttons = {
    receipt: <Button onTap={() => replaceWith('authReceipt', authenticationId ? { id: authenticationId } : {})}>看凭证</Button>,
    photo: <Button onTap={() => replaceWith('authVideo', { id: run.id })}>{`给${run.name}拍照片`}</Button>,
    again: (
      <ButtonRow>
        {other}
        <Button onTap={onAgain}>再来一次</Button>
      </ButtonRow>
    ),
    look: (
      <ButtonRow>
        <Button kind="second" onTap={() => goTo('auth')}>
          先不等
        </Button>
        <Button busyText="正在看" onTap={onLook}>
          看看出来没有
        </Button>
      </ButtonRow>
    ),
    'another-way': <Button onTap={onAnother}>换个办法</Button>,
    visit: (
      <ButtonRow>
        <Button kind="second" onTap={() => goTo('authVisit', visit ? { visit: visit.visitId } : {})}>
          改个时间
        </Button>
        <Button onTap={() => replaceWith('auth')}>好，知道了</Button>
      </ButtonRow>
    ),
  };
  return (
    <Page
      title="刷脸认证"
      actions={<ActionBar {...(after === 'again' && triesLeft === 1 && { hint: '再没认出来，就约人来' })}>{buttons[after]}</ActionBar>}
    >
      <View {...accessible({ live: 'polite' })}>
        <Head
          title={sentence.sentence.split('。')[0] ?? ''}
          lead={sentence.sentence.split('。').slice(1).filter(Boolean).join('。') || undefined}
        />
      </View>
      {visit ? <VisitCard visit={visit} /> : null}
      {after === 'receipt' ? null : (
        <View className="gap">
          <Note tone="good">认没认出来，钱都照发。</Note>
        </View>
      )}
      <Cites citations={sentence.clauses} />
    </Page>
  );
}
