import type { KeptView, MyDataView } from '@assist/contracts';
import { and, count, gt, isNull } from 'drizzle-orm';
import { certificates } from '../../db/schema.ts';
import { certificatesOf } from '../certificate/of-person.ts';
import { cited } from '../clause/citations.ts';
import { type Context, now } from '../context.ts';
import type { Resident } from '../session/authenticate.ts';
import { countLoose, ownThings } from './own-things.ts';
import { readsOf } from './reads.ts';

const PRIVACY = ['SAL2026-11'];
const CONSENTS = ['SAL2026-40', 'SAL2026-41'];
const RECORDS = ['SAL2026-11', 'SAL2026-43', 'SAL2026-46'];

/** 我的资料: what is kept, whether it can be taken away here, and who looked at it. */
export async function myData(ctx: Context, who: Resident): Promise<MyDataView> {
  const own = await ownThings(ctx, who);
  const [loose, [valid], reads] = await Promise.all([
    countLoose(ctx, who),
    ctx.db
      .select({ n: count() })
      .from(certificates)
      .where(and(await certificatesOf(ctx, who), isNull(certificates.takenBackAt), gt(certificates.expiresAt, now(ctx)))),
    readsOf(ctx, own),
  ]);
  const kept: KeptView[] = [
    {
      id: 'account',
      title: '您是谁',
      count: 1,
      deletable: false,
      sentence: cited('姓名、证件、电话。证件和电话加了密，只有办事要用时才打开。', PRIVACY),
    },
    { id: 'drafts', title: '没填完的申请', count: loose.drafts, deletable: true, sentence: cited('30 天没动，自己就没了。', PRIVACY) },
    { id: 'unsent-files', title: '没交的照片', count: loose.unsent, deletable: true, sentence: cited('没交的，您随时能删。', PRIVACY) },
    {
      id: 'applications',
      title: '交上去的申请',
      count: own.applications.length,
      deletable: false,
      sentence: cited('办事的底子，镇上要留着，出了差错好查。', RECORDS),
    },
    {
      id: 'changes',
      title: '报过的变化',
      count: own.changes.length,
      deletable: false,
      sentence: cited('您报过的凭据，留着对您有用。', RECORDS),
    },
    {
      id: 'register',
      title: '镇上名册里的您家',
      count: own.cases.length,
      deletable: false,
      sentence: cited('领着救助的家庭，镇上有一份。写错了的，报变化来改。', RECORDS),
    },
    { id: 'messages', title: '消息', count: loose.messages, deletable: false, sentence: cited('什么时候告诉过您，留着作凭据。', RECORDS) },
    {
      id: 'certificates',
      title: '管用的救助证明',
      count: valid?.n ?? 0,
      deletable: true,
      sentence: cited('随时能收回，收回就不作数。', PRIVACY),
    },
    {
      id: 'relays',
      title: '请家里人点的头',
      count: own.relays.length,
      deletable: false,
      sentence: cited('谁同意了、怎么签的，办事要看。本人随时能说不再同意。', CONSENTS),
    },
    {
      id: 'helpers',
      title: '帮忙的人',
      count: own.helpers.length,
      deletable: false,
      sentence: cited('谁帮谁、做过什么，留着作凭据。随时能停掉。', RECORDS),
    },
    {
      id: 'doors',
      title: '协理员在门口记下的',
      count: own.doors.length,
      deletable: false,
      sentence: cited('哪天来、记了什么。不是您说的，点“我没同意”。', RECORDS),
    },
    {
      id: 'urgent',
      title: '算在您名下的急事求助',
      count: own.urgent.length,
      deletable: false,
      sentence: cited('求助那天就是申请那天，留着对您有用。', RECORDS),
    },
    {
      id: 'complaints',
      title: '留了名的举报、投诉',
      count: own.complaints.length,
      deletable: false,
      sentence: cited('查的人要回复您。没留名的，这里找不到是谁。', RECORDS),
    },
    {
      id: 'notes',
      title: '镇上记下的电话、上门',
      count: own.notes.length,
      deletable: false,
      sentence: cited('哪天打过电话、上过门，有没有改过。想看写了什么，有写错的、不该写的，跟镇上说。', ['F10-08', 'SAL2026-11']),
    },
  ];
  return {
    kept,
    reads,
    readsSentence: cited('谁打开过您家的资料、为了什么，每次都记下，改不了也删不了。', PRIVACY),
  };
}
