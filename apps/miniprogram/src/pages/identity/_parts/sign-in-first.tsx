import type { Problem } from '@assist/contracts';
import { useEffect, useState } from 'react';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { session } from '@/platform/api';

/** Signs in without a question; says what stands in the way. */
export function SignInFirst() {
  const [problem, setProblem] = useState<Problem | undefined>();
  const ask = async () => setProblem(await session.signIn());
  useEffect(() => {
    void ask();
  }, []);
  return problem ? <ProblemNote problem={problem} onAgain={ask} /> : <Skeleton rows={4} />;
}
