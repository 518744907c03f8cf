import type { CorrectionAnswerItem, CorrectionView } from '@assist/contracts';
import { asc, eq, sql } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { among } from '../../db/among.ts';
import { madeOnce } from '../../db/made-once.ts';
import { correctionAnswers, corrections } from '../../db/schema.ts';
import { answerPlace, correctionPlace } from '../application/sealed-places.ts';
import type { Context } from '../context.ts';

export type CorrectionItems = CorrectionView['items'];

const askedOf = madeOnce((db) =>
  db
    .select({ asked: corrections, answered: correctionAnswers })
    .from(corrections)
    .leftJoin(correctionAnswers, eq(correctionAnswers.correctionId, corrections.id))
    .where(among(corrections.applicationId, sql.placeholder('ids')))
    .orderBy(asc(corrections.seq))
    .prepare('corrections-of-applications'),
);

/** All rounds of corrections by application, each with its answer where there is one. */
export async function correctionsOf(ctx: Context, applicationIds: readonly string[]): Promise<Map<string, CorrectionView[]>> {
  const rows = await askedOf(ctx.db).execute({ ids: applicationIds.join(',') });
  const found = new Map<string, CorrectionView[]>();
  for (const { asked, answered } of rows) {
    const list = found.get(asked.applicationId) ?? [];
    found.set(asked.applicationId, list);
    list.push({
      id: asked.id,
      askedAt: instantText(asked.askedAt),
      items: ctx.cipher.openJson<CorrectionItems>(correctionPlace(asked.id), asked.itemsSealed),
      ...(answered && {
        answers: ctx.cipher.openJson<CorrectionAnswerItem[]>(answerPlace(answered.id), answered.itemsSealed),
        answeredAt: instantText(answered.answeredAt),
      }),
    });
  }
  return found;
}
