import { localProblem } from '@assist/contracts';
import { View } from '@tarojs/components';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Page } from '@/components/page';
import { ProblemPanel } from '@/components/problem-panel';
import { lastProblem } from '@/platform/last-problem';
import { goBack, goTo } from '@/platform/navigate';
import { call } from '@/platform/phone';
import { useStore } from '@/platform/store';

/** Three sentences: whose matter it is, whether everything is there, what can be done now. */
export default function ProblemPage() {
  const shown = useStore(lastProblem);
  const { problem, page, kept, again, phone } = shown ?? { problem: localProblem('answer-not-understood') };
  // Back first: what is tried again may itself lead on to another page.
  const tryAgain = () => {
    goBack();
    void again?.();
  };
  return (
    <Page
      title={page ?? '出了问题'}
      middle
      actions={
        <ActionBar>
          <Button onTap={tryAgain}>再试一次</Button>
          <Button kind="quiet" icon="phone" onTap={() => (phone ? call(phone) : goTo('help', { about: 'call' }))}>
            {phone ? `打电话 ${phone}` : '打电话找人'}
          </Button>
        </ActionBar>
      }
    >
      <ProblemPanel problem={problem} {...(kept && { kept })} />
      {problem.instance ? <View className="foot">报这个号，不用说您的证件号</View> : null}
    </Page>
  );
}
