import type { CivilDate } from '@assist/policy';
import { dayOf, timeOf } from '@/wording/day';

/** Today in Asia/Shanghai, by this phone's clock. The BFF decides by its own. */
export const today = (): CivilDate => dayOf(new Date());

/** 14:32 now, for "已保存 14:32". */
export const timeNow = (): string => timeOf(new Date());
