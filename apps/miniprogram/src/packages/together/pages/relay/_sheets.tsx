import type { MemberForm, Problem } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button';
import { ProblemNote } from '@/components/problem-panel';
import { ShareButton } from '@/components/share-button';
import { Sheet } from '@/components/sheet';
import { TextField } from '@/components/text-field';
import { pageLink } from '@/platform/page-link';
import { inFives } from '../../_parts/looks';

/** Whom one asks: a member of the form, or somebody outside the household, of whom the form has no name. */
export type Asked = Pick<MemberForm, 'id' | 'name' | 'relation' | 'paper' | 'paperKept' | 'phone'> & { readonly supporter?: boolean };

export interface Asking {
  readonly way: 'card' | 'paper' | 'refused' | 'unreachable' | 'at-counter';
  readonly lastSix?: string;
  readonly guardian?: string;
  readonly name?: string;
}
export interface Made {
  readonly kind: 'card' | 'paper';
  readonly token: string;
  readonly until: string;
  readonly name: string;
}

/** How this one is asked: a card, a code on paper, a guardian; or why not, and then the township asks. */
export function AskSheet({
  member,
  onAsk,
  onClose,
}: {
  readonly member: Asked;
  readonly onAsk: (asked: Asking) => Promise<Problem | undefined>;
  readonly onClose: () => void;
}) {
  // Where the number lies at the server, the server knows its last six.
  const known = member.paperKept || (member.paper && member.paper.kind !== 'none-yet' && member.paper.number.length >= 6);
  const [six, setSix] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [called, setCalled] = useState(member.name ?? '');
  const [nameless, setNameless] = useState<string>();
  const [guarded, setGuarded] = useState(false);
  const [guardian, setGuardian] = useState('');
  const [more, setMore] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = async (way: Asking['way']): Promise<void> => {
    const linked = way === 'card' || way === 'paper';
    const lastSix = six.toUpperCase().trim();
    if (member.supporter && !called.trim()) return setNameless('怎么称呼他？');
    const needed = guarded || !known;
    if (linked && needed && !/^[0-9A-Z]{6}$/.test(lastSix)) return setWrong('写证件号的最后六位');
    setWrong(undefined);
    const own = known && member.paper && member.paper.kind !== 'none-yet' ? member.paper.number.toUpperCase().slice(-6) : undefined;
    const digits = needed ? lastSix : own;
    setProblem(
      await onAsk({
        way,
        ...(member.supporter && { name: called.trim() }),
        ...(linked && digits && { lastSix: digits }),
        ...(guarded && guardian.trim() && { guardian: guardian.trim() }),
      }),
    );
  };
  return (
    <Sheet
      title={more ? '这样说就行，镇上去问' : `请${member.name || (member.supporter ? '亲人' : '家里人')}点头`}
      actions={
        more ? (
          <>
            <Button kind="second" onTap={() => send('at-counter')}>
              不方便签，请两个人当面记
            </Button>
            <Button kind="second" onTap={() => send('unreachable')}>
              联系不上
            </Button>
            <Button kind="second" onTap={() => send('refused')}>
              他暂时不签
            </Button>
            <Button kind="quiet" onTap={() => setMore(false)}>
              回去
            </Button>
          </>
        ) : (
          <>
            <Button busyText="正在做链接" onTap={() => send('card')}>
              做一个微信链接
            </Button>
            <Button kind="second" busyText="正在做码" onTap={() => send('paper')}>
              做一个码，抄在纸上
            </Button>
            <Button kind="quiet" onTap={() => setMore(true)}>
              不方便签，联系不上
            </Button>
            <Button kind="quiet" onTap={onClose}>
              先不请
            </Button>
          </>
        )
      }
    >
      {member.supporter ? <TextField label="怎么称呼他" value={called} maxLength={50} problem={nameless} onChange={setCalled} /> : null}
      {more ? (
        <View>不耽误您申请。镇上会去问，写明原因再往下办。</View>
      ) : (
        <>
          <View className="small">链接只给他一个人，用证件号的最后六位打开，用一次就没了。</View>
          {guarded ? <TextField label="谁替他签（监护人）" value={guardian} maxLength={50} onChange={setGuardian} /> : null}
          {guarded || !known ? (
            <TextField
              label={guarded ? '监护人证件号的最后六位' : '他证件号的最后六位'}
              keyboard="idcard"
              value={six}
              maxLength={6}
              problem={wrong}
              onChange={setSix}
            />
          ) : null}
          {member.supporter ? null : (
            <Button kind="quiet" small onTap={() => setGuarded(!guarded)}>
              {guarded ? '他自己能签' : '他自己签不了，监护人签'}
            </Button>
          )}
        </>
      )}
      {problem ? <ProblemNote problem={problem} /> : null}
    </Sheet>
  );
}

/** The link or the code, once: it is not kept on this phone. */
export function LinkSheet({ made, onClose }: { readonly made: Made; readonly onClose: () => void }) {
  const until = `${Number(made.until.slice(5, 7))}月${Number(made.until.slice(8, 10))}日`;
  return (
    <Sheet
      title={made.kind === 'card' ? `发给${made.name}` : `抄给${made.name}`}
      actions={
        <>
          {made.kind === 'card' ? <ShareButton link={pageLink('relaySign', made.token)}>发微信给他</ShareButton> : null}
          <Button kind="second" onTap={onClose}>
            好了
          </Button>
        </>
      }
    >
      {made.kind === 'paper' ? (
        <View>
          <View className="small">打开救助通，“我的”里点“家里人请我点头”，写上：</View>
          <View className="code-big">{inFives(made.token)}</View>
        </View>
      ) : (
        <View>只发给他本人。别人没有他的最后六位，打不开。</View>
      )}
      <View className="small quiet">{`${until}前能用，用一次就没了。`}</View>
    </Sheet>
  );
}
