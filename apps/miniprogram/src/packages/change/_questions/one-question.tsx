import type { ChangedDraft } from '@/application/change/change-record';
import { nameOf } from '../_logic/household';
import type { OfEvent, Question } from '../_logic/questions';
import type { ChangeProps } from '../_parts/with-change';
import { AssetsQuestion } from './assets';
import { ChangesQuestion } from './health-and-school';
import { PersonQuestion, ReceivesQuestion, ReporterQuestion, ResidenceQuestion, WhoseQuestion } from './household';
import { IncomeQuestion } from './income';
import { JoinsQuestion } from './joins';
import { PlaceQuestion } from './place';
import { ProofQuestion } from './proof';
import { SpendingQuestion } from './spending';
import { WhenQuestion } from './when';
import { Which } from './which';
import { WhoQuestion } from './who';
import { LateQuestion, StoryQuestion } from './words';

const PLAIN = {
  reporter: ReporterQuestion,
  whose: WhoseQuestion,
  person: PersonQuestion,
  residence: ResidenceQuestion,
  receives: ReceivesQuestion,
  proof: ProofQuestion,
  late: LateQuestion,
  story: StoryQuestion,
};
const OF_EVENT = {
  happenedOn: WhenQuestion,
  member: WhoQuestion,
  joins: JoinsQuestion,
  income: IncomeQuestion,
  changes: ChangesQuestion,
  assets: AssetsQuestion,
  spending: SpendingQuestion,
  place: PlaceQuestion,
};

/** Draws one question. */
export function OneQuestion({ question, ...props }: ChangeProps & { readonly question: Question }) {
  if (question.kind === 'which') return <Which {...props} group={question.group} />;
  if ('event' in question) return <AboutEvent {...props} question={question} />;
  const Plain = PLAIN[question.kind];
  return <Plain {...props} />;
}

function AboutEvent({ question, ...props }: ChangeProps & { readonly question: OfEvent }) {
  const { record, family, change } = props;
  const one = record.draft.changed.find(({ event }) => event === question.event);
  if (!one) return null;
  const set = (part: Partial<ChangedDraft>) =>
    change((draft) => ({ ...draft, changed: draft.changed.map((c) => (c.event === question.event ? { ...c, ...part } : c)) }));
  const Of = OF_EVENT[question.kind];
  return <Of {...props} question={question} one={one} set={set} name={nameOf(one, record, family) ?? ''} />;
}
