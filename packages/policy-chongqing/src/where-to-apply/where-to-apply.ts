import { whereForHousehold } from './household.ts';
import { whereForTemporary } from './temporary.ts';
import type { Candidate, WhereToApply, WhereToApplyQuestion } from './types.ts';

/**
 * Which township an application goes to (YM239-3-3a to 3d, MCA57 art. 4 and 5, Social Assistance Law art. 37).
 * It routes and never refuses: the answer is a place, a choice of places, or what still has to be asked.
 */
export function whereToApply(question: WhereToApplyQuestion): WhereToApply {
  if (question.benefit === 'temporary') return whereForTemporary(question);
  if (question.benefit === 'subsistence') return whereForHousehold(question);
  // Destitute support is applied for by the person alone, so only their own registration counts (DESTITUTE2021 art. 10).
  const alone = question.members.filter((member) => member.id === question.applicantId);
  return forThePersonAlone(whereForHousehold({ ...question, members: alone }));
}

const ALONE = ['SAL2026-37', 'DESTITUTE2021-10'];

function forThePersonAlone(answer: WhereToApply): WhereToApply {
  if (answer.kind === 'ask') return { ...answer, clauses: ALONE };
  if (answer.kind === 'choice') return { ...answer, candidates: answer.candidates.map(own), clauses: [...ALONE, 'YM239-3-3c'] };
  return answer.assumption ? answer : { kind: 'township', ...own(answer) };
}

function own(candidate: Candidate): Candidate {
  if (!candidate.clauses.includes('MCA57-4')) return candidate;
  return { ...candidate, clauses: ALONE, reason: '特困供养由本人向户口所在的镇街申请。' };
}
