import { Head } from '@/components/page';
import { PlaceField } from '@/components/place-field';
import type { EventQuestionProps } from './question-props';

export const PlaceQuestion = ({ question, one, set }: EventQuestionProps) => (
  <>
    <Head title={question.title} lead={question.about} />
    <PlaceField label="现在住在哪里" elsewhere detail value={one.place} onChange={(place) => set({ place })} />
  </>
);
