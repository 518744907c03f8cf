import type { CivilDate } from '@assist/policy';
import { dayOf } from '@/wording/day';

/** Today in Asia/Shanghai, by this phone's clock. The BFF decides by its own. */
export const today = (): CivilDate => dayOf(new Date());
