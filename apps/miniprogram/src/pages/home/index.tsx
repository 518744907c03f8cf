import { Page } from '@/components/page';
import { useViewing } from '@/platform/viewing';
import { BigWordsQuestion } from './_parts/big-words-question';
import { ElderHome } from './_parts/elder-home';
import { StandardHome } from './_parts/standard-home';
import { useToDo } from './_parts/to-do';
import './hero.scss';
import './urgent.scss';
import './index.scss';
import './elder.scss';

export default function Home() {
  const { elder } = useViewing();
  const home = useToDo();
  return (
    <Page title="救助通" tab="home" bare>
      {elder ? <ElderHome {...home} /> : <StandardHome {...home} />}
      <BigWordsQuestion />
    </Page>
  );
}
