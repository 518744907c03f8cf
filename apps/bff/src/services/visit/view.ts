import type { CitedSentence, VisitView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { dayWords } from '../authentication/words.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { officeOf, officeView } from '../place/offices.ts';
import { arrangedOf, personOfVisit, type VisitRow } from './sealed.ts';

const HALVES = { morning: '上午', afternoon: '下午' } as const;
const PLACES: Readonly<Record<VisitRow['place'], string>> = {
  home: '到家里',
  village: '在村社',
  office: '在镇街',
  phone: '打电话',
  video: '打视频',
};

/** A visit as who asked for it, or the clerk, sees it. The code is shown once it is known who comes. */
export async function visitView(ctx: Context, row: VisitRow): Promise<VisitView> {
  const arranged = arrangedOf(ctx, row);
  return {
    visitId: row.id,
    state: row.state,
    whoName: personOfVisit(ctx, row).name,
    where: row.place,
    ...(row.day && { day: row.day as CivilDate }),
    ...(row.half && { half: row.half }),
    office: officeView(await officeOf(ctx, row.officeId)),
    visitors: row.state === 'arranged' ? [...(arranged?.visitors ?? [])] : [],
    ...(row.state === 'arranged' && arranged && { code: arranged.code }),
    bring: row.place === 'phone' || row.place === 'video' ? ['手机带在身边'] : ['身份证，一时找不到也可以'],
    sentence: sentenceOf(row),
  };
}

function sentenceOf(row: VisitRow): CitedSentence {
  const clauses = row.place === 'phone' || row.place === 'video' ? ['JLP53-5-3c'] : ['JLP53-5-5c'];
  const when = row.day && row.half ? `${dayWords(row.day)}${HALVES[row.half]}` : '';
  switch (row.state) {
    case 'asked':
      return cited(`收到了${when && `，您想约${when}`}。工作人员会定下时间，定好了告诉您。钱照发。`, clauses, 'nothing-follows');
    case 'arranged':
      return cited(`约好了：${when}，${PLACES[row.place]}。来的人会报验真码，和这里的一样才是真的。`, clauses, 'nothing-follows');
    case 'not-met':
      return cited('来过，没碰上您，没关系。工作人员会再约时间。钱照发。', clauses, 'nothing-follows');
    case 'done':
      return cited('见过面了，谢谢您。', clauses, 'contacts-that-count');
    case 'cancelled':
      return cited('这一次不来了。想约的时候随时可以再约。', clauses, 'nothing-follows');
  }
}
