import type { CheckAnswers } from '../_logic/answers';

export interface QuestionProps {
  readonly answers: CheckAnswers;
  readonly change: (edit: (answers: CheckAnswers) => CheckAnswers) => void;
}
