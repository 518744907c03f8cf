import type { Problem } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { forgetCode, leaveThisPhone, type Tried, tryCode } from '@/platform/lock';
import { goTab, goTo } from '@/platform/navigate';
import { Button } from './button';
import { Note } from './note';
import { Head } from './page';
import { ProblemNote } from './problem-panel';
import { TextField } from './text-field';

/** In front of everything of a person on a phone that others hold too. Help never stands behind it. */
export function LockScreen() {
  const [forgotten, setForgotten] = useState(false);
  return (
    <View className="page__main">
      {forgotten ? <Forgotten onBack={() => setForgotten(false)} /> : <Code onForgotten={() => setForgotten(true)} />}
      <View className="gap-l">
        <Button kind="second" icon="alarm" onTap={() => goTo('urgent')}>
          急事，马上求助
        </Button>
        <Button kind="quiet" icon="phone" onTap={() => goTo('help', { about: 'call' })}>
          打电话找人
        </Button>
        <Leave />
      </View>
    </View>
  );
}

function Code({ onForgotten }: { readonly onForgotten: () => void }) {
  const [code, setCode] = useState('');
  const [tried, setTried] = useState<Tried>();
  const left = tried?.kind === 'wrong' ? tried.left : undefined;
  return (
    <>
      <Head title="先对一下您的数字码" lead="这是您自己设的，别人看不到您的事。" />
      <TextField
        label="数字码"
        keyboard="number"
        maxLength={6}
        value={code}
        onChange={setCode}
        problem={left === undefined ? undefined : left ? `这几个数字没对上，还能再对 ${left} 次` : '对了好几次没对上，请点“忘了”'}
      />
      {tried?.kind === 'problem' ? <ProblemNote problem={tried.problem} /> : null}
      <View className="gap">
        <Button
          busyText="正在对"
          onTap={async () => {
            setTried(await tryCode(code));
            setCode('');
          }}
        >
          对一下
        </Button>
        <Button kind="quiet" onTap={onForgotten}>
          忘了
        </Button>
      </View>
    </>
  );
}

/** Signs in again: the last six of one's own paper, which the server knows. */
function Forgotten({ onBack }: { readonly onBack: () => void }) {
  const [digits, setDigits] = useState('');
  const [problem, setProblem] = useState<Problem>();
  return (
    <>
      <Head title="忘了也不要紧" lead="写您证件号的后六位，对上了就进去，数字码可以再设一个。" />
      <TextField label="证件号后六位" keyboard="idcard" maxLength={6} value={digits} onChange={setDigits} />
      {problem ? <ProblemNote problem={problem} /> : null}
      <View className="gap">
        <Button busyText="正在对" onTap={async () => setProblem(await forgetCode(digits))}>
          对一下
        </Button>
        <Button kind="quiet" onTap={onBack}>
          想起来了，写数字码
        </Button>
      </View>
    </>
  );
}

function Leave() {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <Button kind="quiet" icon="leave" onTap={() => setAsked(true)}>
        退出，清掉这部手机上的记录
      </Button>
    );
  return (
    <View className="gap">
      <Note tone="attention" title="清掉这部手机上的记录？">
        已经交上去的都在镇上。还没送出去的，清掉就没有了。
      </Note>
      <Button
        kind="second"
        busyText="正在清"
        onTap={async () => {
          await leaveThisPhone();
          goTab('home');
        }}
      >
        退出，清掉
      </Button>
    </View>
  );
}
