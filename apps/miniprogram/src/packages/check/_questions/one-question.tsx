import type { ComponentType } from 'react';
import type { QuestionId } from '../_logic/questions';
import { Ages, Area, Where, Who } from './household';
import { EmergencyQuestion, Property, Receives, Spending, Supporters } from './means';
import { Disability, Doings, Illness, Income } from './people';
import type { QuestionProps } from './question-props';

/** Draws each question. */
export const DRAWN: Record<QuestionId, ComponentType<QuestionProps>> = {
  where: Where,
  area: Area,
  who: Who,
  ages: Ages,
  disability: Disability,
  illness: Illness,
  doing: Doings,
  income: Income,
  property: Property,
  spending: Spending,
  receives: Receives,
  supporters: Supporters,
  emergency: EmergencyQuestion,
};
