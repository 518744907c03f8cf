import { staffApi } from '@assist/contracts';
import { markChangeOpened } from '../services/change/mark-opened.ts';
import { openChange } from '../services/change/open-change.ts';
import { settleChange } from '../services/change/settle.ts';
import { tellAtCounter } from '../services/change/tell-at-counter.ts';
import { giveOpinion } from '../services/opinion/give.ts';
import type { Staff } from '../services/staff/who.ts';
import { Answer, type Handle } from './mount.ts';

const OK = 200;
const api = staffApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Staff>) => void;

/** The lane of changes: look, settle what touches no money, first opinions, and what is told at the counter. */
export function staffChangeRoutes(on: On): void {
  on(api.openChange, ({ ctx, who, params }) => openChange(ctx, who, params.changeId));
  on(api.markChangeOpened, ({ ctx, who, params }) => markChangeOpened(ctx, who, params.changeId));
  on(api.settleChange, ({ ctx, who, params, body }) => settleChange(ctx, who, params.changeId, body));
  on(api.giveOpinion, ({ ctx, who, params, body }) => giveOpinion(ctx, who, params.changeId, body));
  on(api.tellAtCounter, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await tellAtCounter(ctx, who, params.changeId, body);
    return new Answer(view, fresh ? undefined : OK);
  });
}
