import { useEffect, useReducer } from 'react';
import type { Application } from '@/application/application';
import type { RoundWork } from '@/application/round/round';

/** The round of this phone, looked at anew with every step of it. */
export function useRound(app: Application): RoundWork {
  const [, look] = useReducer((n: number) => n + 1, 0);
  useEffect(() => app.round.subscribe(look), [app]);
  return app.round;
}
