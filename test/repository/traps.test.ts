import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const DB = 'apps/bff/src/services';
const PHONE = 'apps/miniprogram/src';

/** What went wrong for people in the systems that were looked at before, and the assertions here that would notice it: by file and title. */
const TRAPS: Readonly<Record<string, readonly (readonly [file: string, title: string])[]>> = {
  '点“看一遍”，这一页写的就没了': [
    [`${PHONE}/application/draft/draft-store.test.ts`, '每一个字马上写进手机，一下都不等；正写的那一下不说存好了'],
    [`${PHONE}/application/draft/draft-store.test.ts`, '没登录、没有网也能填，手机被关掉再打开，字都在'],
  ],
  '最后一屏登录过了时间，交不上也不说': [
    [`${PHONE}/application/send/sender.test.ts`, '最后一屏登录过了时间：填的都在，登录后接着送，还是那个编号'],
    [`${PHONE}/platform/session-renewal.test.ts`, '送到一半过期：换新的，同样的内容再送一次'],
  ],
  '旁边一样东西过期，草稿就打不开': [[`${DB}/application/traps.db.test.ts`, '授权的链接过了时间：草稿照开、照存、照交，链接再做一个就行']],
  '日子当时刻比，最后一天没了': [
    ['packages/policy-chongqing/src/calendar/calendar.test.ts', '最后一天 23:59 还在期限内，北京时间零点才过'],
    [`${DB}/proxy/proxy.db.test.ts`, '最后一天整天都行，第二天就不行'],
  ],
  '请补了几回，期限就算不出来': [
    [`${DB}/application/traps.db.test.ts`, '请补了三回，最后一回还没补：期限、进度都算得出来，不出错'],
    [`${DB}/application/waited.db.test.ts`, '请过几回、最后一回还没补：都数得清，同一天不算两遍'],
  ],
  '一条路没成，别的按钮都没了': [
    [`${PHONE}/packages/auth/_logic/logic.test.ts`, '刷完以后，每一种结果都有一件能做的事'],
    [`${DB}/relay/face.db.test.ts`, '脸从来不是唯一的办法：两次没认出来，说写名字就行，不约人；写名字照样算'],
    [`${DB}/relay/relay.db.test.ts`, '本人说暂时不签：交得上去，镇街有一件事带理由；想通了，链接还能用'],
  ],
  '没网时记的，带着照片的就没了': [
    ['test/journeys/round.test.ts', '四家八张照片，没网、杀掉两次、丢一次回话：一样不少，一样不多'],
    [`${PHONE}/application/round/round.test.ts`, '没网：存在手机里；关掉再开还在，同一个编号、同样的话；有网就收到'],
  ],
  '两个人同时动，一件就卡住': [
    [`${DB}/queue/queue.db.test.ts`, '两个人同时各领十次：十件，没有一件领了两次'],
    [`${DB}/correction/correction.db.test.ts`, '十个人一起点受理：一次'],
    [`${DB}/idempotency/once.db.test.ts`, '没办成的不占键；退回来的问题不抹掉已经记下的'],
  ],
  '一条不满足，每一条都说不满足': [
    ['packages/policy-chongqing/src/assess/not-met-reasons.test.ts', '只有收入高：说的只是收入，财产、花销不跟着说'],
    [
      'packages/policy-chongqing/src/assess/not-met-reasons.test.ts',
      '每一例、每一棵：说“不满足”的上一层，下面真有一条不满足；都满足的，没有一条说不满足',
    ],
    ['packages/policy/src/verdict.test.ts', 'any is the mirror of all, pair by pair'],
    ['packages/policy/src/explain.test.ts', 'takes the sentence of the reason and fills in its figures'],
    ['apps/desk/src/features/case/findings.test.ts', '要人定的挑到叶子，另放一处，写在哪项下面'],
  ],
  '还没问，就说够不上': [
    [`${PHONE}/application/estimate/estimate.test.ts`, '没说的只是没说：不算够不上，问得出来'],
    [`${PHONE}/packages/check/_logic/check.test.ts`, '没说的不当成没有：什么也没说，问得出来，没有一样说够不上'],
  ],
  '帮的人开的和本人的，永远合不到一起': [
    [`${DB}/proxy/without-phone.db.test.ts`, '协理员开，填，交；本人后来核过身份，一下接过去，什么都在'],
  ],
  谁也不知道通知发给谁: [[`${DB}/application/traps.db.test.ts`, '通知发给谁：只到交的人自己；帮着填的人没有被请收通知，就收不到']],
  '一个链接谁都能用，对不上是哪家': [
    [`${DB}/relay/relay.db.test.ts`, '地址和库里都没有链接本身；同一个签名送两次是一次；用过的，谁也打不开'],
    [`${DB}/relay/relay.db.test.ts`, '六位错五次，这个链接就不能用了，对的也打不开；再做一个又能用；过了十四天也不能用'],
  ],
  '选好了，以为送到了': [
    [`${PHONE}/application/photos/photo-queue.test.ts`, '选好就传，一张一张按次序，带着指纹；确认一张，手机里就拿掉一张，看还看得到'],
    [`${PHONE}/application/photos/photo-queue.test.ts`, '正在传写到几成，只进不退；没确认以前不说收到，文件还在'],
  ],
  '成没成，要再进去才知道': [[`${DB}/application/traps.db.test.ts`, '不用再进来看：收到了，收件箱里自己有一条，写着号']],
  '到一天，系统就关了': [
    [`${DB}/application/traps.db.test.ts`, '没有“系统关闭”的日子：四百天没动静，照样登录、照样交、照样认'],
    [`${PHONE}/packages/auth/_logic/logic.test.ts`, '过了日子不说过了，只说晚几天没关系'],
  ],
  '别的地方录过，这里就录不进': [[`${DB}/application/traps.db.test.ts`, '人换了地方：两个镇街都照办，谁也锁不住谁']],
  '材料悄悄没送到，几年没人知道': [
    [`${DB}/file/file.db.test.ts`, '磁盘上没了一张、坏了一张：当天的核对就说出来，记在案上一次；好的不说'],
    [`${DB}/change/submit.db.test.ts`, '照片跟着走；一张不能报两次；没送到的说出来'],
    [`${PHONE}/application/photos/photo-queue.test.ts`, '传到一半没网：停下，后面的不乱冲；网回来从第一张起，各传一次'],
  ],
  报变化看着像又一份申请: [
    [`${DB}/change/submit.db.test.ts`, '凭证写着哪天报的、是变化后的第几天、说了什么、送到哪里'],
    [`${DB}/change/counter.db.test.ts`, '进同一条队列；同一份再来一样；别的镇街的户没有'],
  ],
};

/** The titles of the tests of a file that run: one that is skipped or still to be written does not count. */
const titlesOf = (file: string): string[] =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(/(?<![.\w])(?:it|test)\(\s*'((?:[^'\\]|\\.)*)'/g)].map(
    ([, title]) => title as string,
  );

describe('别处害过人的事，这里各有一条会响的', () => {
  test('一样不少：十九样', () => expect(Object.keys(TRAPS)).toHaveLength(19));

  test.each(Object.entries(TRAPS))('%s', (_trap, tests) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const [file, title] of tests) expect(titlesOf(file), file).toContain(title);
  });

  test('这样查得出来：没有的、跳过的都不算', () => {
    expect(titlesOf('test/repository/traps.test.ts')).toContain('一样不少：十九样');
    expect(titlesOf('test/repository/traps.test.ts')).not.toContain('没有这一条');
  });
});
