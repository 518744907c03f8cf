import { STATEMENTS } from '@assist/contracts';
import { View } from '@tarojs/components';
import { ActionBar } from '@/components/action-bar';
import { AgreeButton } from '@/components/agree-button';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { agreement, recordAgreement, useAgreed } from '@/platform/agreement';
import { session } from '@/platform/api';
import { today } from '@/platform/clock';
import { canSignIn } from '@/platform/login';
import { goBack, goTab } from '@/platform/navigate';
import { momentFrom } from '@/wording/day';
import './index.scss';

const notice = STATEMENTS['privacy-notice'];

/** Read, then agree or just look around. Before that nobody is signed in and nothing is kept about them. */
export default function Privacy() {
  const agreed = useAgreed();
  const at = agreement.get()?.at;
  const agree = () => {
    recordAgreement();
    if (canSignIn()) void session.signIn();
    goBack();
  };
  return (
    <Page
      open
      title={notice.title}
      actions={
        agreed ? undefined : (
          <ActionBar hint="不同意，也能到处看看，也能到窗口办">
            <AgreeButton onAgree={agree}>同意</AgreeButton>
            <Button kind="quiet" onTap={() => goTab('home')}>
              先到处看看
            </Button>
          </ActionBar>
        )
      }
    >
      <Head tight title={notice.title} lead="说得短一点，请您看一遍。" />
      {agreed && at ? (
        <Note tone="good" title={`您 ${momentFrom(today(), at)} 同意过`}>
          不再同意，到“我的”里点退出，这部手机上的记录就清掉。打电话、到窗口说也行。
        </Note>
      ) : null}
      <View className="gap">
        <Card>
          <View className="notice">
            {notice.paragraphs.map((p) => (
              <Paragraph key={p} words={p} />
            ))}
          </View>
        </Card>
      </View>
    </Page>
  );
}

/** `用来做什么：……`: the question stands out, the answer follows. */
function Paragraph({ words }: { readonly words: string }) {
  const cut = words.indexOf('：');
  if (cut < 0 || cut > 8) return <View>{words}</View>;
  return (
    <View>
      <View className="strong">{words.slice(0, cut)}</View>
      <View>{words.slice(cut + 1)}</View>
    </View>
  );
}
