import { staffApi } from '@assist/contracts';
import { findItems } from '../services/queue/find.ts';
import { handItemOver, handManyOver, takeItemOver } from '../services/queue/hand-over.ts';
import { declareRelation, endRelation, listRelations } from '../services/relation/relations.ts';
import { answerShare } from '../services/share/answer.ts';
import { endShare } from '../services/share/end.ts';
import { shareItem, shareTargets } from '../services/share/give.ts';
import { listShares } from '../services/share/list.ts';
import { colleagues } from '../services/staff/colleagues.ts';
import { assignVillages, villagesOf } from '../services/staff/villages.ts';
import type { Staff } from '../services/staff/who.ts';
import { Answer, type Handle } from './mount.ts';

const OK = 200;
const api = staffApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Staff>) => void;

/** Items from hand to hand, in the township and beyond it; and relatives of who works here. */
export function staffAccessRoutes(on: On): void {
  on(api.colleagues, ({ ctx, who }) => colleagues(ctx, who));
  on(api.villages, ({ ctx, who }) => villagesOf(ctx, who));
  on(api.assignVillages, ({ ctx, who, params, body }) => assignVillages(ctx, who, params.staffId, body.villages));
  on(api.handItemOver, ({ ctx, who, params, body }) => handItemOver(ctx, who, params.workItemId, body));
  on(api.takeItemOver, ({ ctx, who, params, body }) => takeItemOver(ctx, who, params.workItemId, body.reason));
  on(api.handManyOver, ({ ctx, who, body }) => handManyOver(ctx, who, body));
  on(api.findItems, ({ ctx, who, body }) => findItems(ctx, who, body));
  on(api.shareItem, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await shareItem(ctx, who, { ...params, ...body });
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.shareTargets, ({ ctx, who }) => shareTargets(ctx, who));
  on(api.shares, ({ ctx, who }) => listShares(ctx, who));
  on(api.answerShare, ({ ctx, who, params, body }) => answerShare(ctx, who, params.shareId, body.words));
  on(api.endShare, ({ ctx, who, params }) => endShare(ctx, who, params.shareId));
  on(api.relations, ({ ctx, who }) => listRelations(ctx, who));
  on(api.declareRelation, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await declareRelation(ctx, who, { ...params, ...body });
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.endRelation, ({ ctx, who, params }) => endRelation(ctx, who, params.relationId));
}
