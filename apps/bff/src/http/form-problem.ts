import type { ProblemField } from '@assist/contracts';
import type * as z from 'zod/mini';
import { ServiceProblem } from '../services/problem.ts';

const GENERAL = '这里请再看一下';
const MOST_FIELDS = 50;
type Issue = z.core.$ZodIssue;

/** Our own sentences are Chinese; the library's are not for residents. */
const sentence = (message: string): string => (/[\u4e00-\u9fff]/.test(message) ? message : GENERAL);

function fieldsOf(issue: Issue, above: readonly PropertyKey[] = []): ProblemField[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union') {
    // The branch whose kind fits is the one that was meant.
    const meant = (issue.errors as Issue[][]).find((issues) => issues.length > 0 && !issues.some((one) => one.path[0] === 'kind'));
    if (meant) return meant.flatMap((one) => fieldsOf(one, path));
  }
  return [{ path: path.join('.').replace(/^form\./, ''), sentence: sentence(issue.message) }];
}

/** Paths of a submission start at the form, as the phone's own checks have them. */
export const formProblem = (error: z.core.$ZodError): ServiceProblem =>
  new ServiceProblem('form-invalid', { fields: error.issues.flatMap((issue) => fieldsOf(issue)).slice(0, MOST_FIELDS) });
