import { randomUUID } from 'node:crypto';
import { PROBLEMS } from '@assist/contracts';
import type { Browser } from 'playwright-core';
import { goTo, type Stop } from '../_layout/stop.ts';
import { BY_NAME } from '../_layout/stops-authentication.ts';
import { beginChange, CHANGE } from '../_layout/stops-change.ts';
import { accepted, bill, followed } from '../_layout/stops-followed.ts';
import { FORM, fillTheRest } from '../_layout/stops-form.ts';
import { NOTHING_YET, OPEN_TO_ALL } from '../_layout/stops-open.ts';
import { switchElder } from '../_layout/sweep.ts';
import { weappVisitor } from '../_layout/visitor.ts';
import { addWife, agreeAndBegin, sayIncome, sayWhere, sayWho, sendPhoto, sign } from '../_town/resident-story.ts';
import type { Town } from '../_town/town.ts';
import type { Picture, Take } from './picture.ts';
import { wholePage } from './whole-page.ts';

const WIDTH = 375;
const HEIGHT = 720;
const TASKS = '/packages/apply/pages/tasks/index';
/** Longer than the skeleton waits before it says why. */
const SLOW_WORDS_MS = 3300;

/** One resident's way on a phone with the WeChat build, with a picture of every screen. Called in this order. */
export async function phonePictures(town: Town, browser: Browser, take: Take) {
  const visitor = await weappVisitor(town, 'zhou', browser);
  const { me, open, page, app } = visitor;
  if (!app) throw new Error('pictures are taken of the WeChat build');
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });

  const shoot = async (group: Picture['group'], name: string) => {
    take(
      { group, name },
      await wholePage(
        page,
        () => me.screen(),
        () => app.settle({ network: false }),
      ),
    );
  };
  const each = async (group: Picture['group'], stops: readonly Stop[]) => {
    for (const stop of stops) {
      await goTo(stop, me, open);
      await app.settle();
      await shoot(group, stop.name);
    }
  };
  const state = async (name: string, at: string) => {
    await open(at);
    await shoot('states', name);
  };
  const inBoth = async (stops: readonly Stop[]) => {
    await each('standard', stops);
    await switchElder(visitor);
    await each('elder', stops);
    await switchElder(visitor);
  };

  return {
    async empty() {
      const pages = ['home', 'cases', 'messages', 'mine', 'consents', 'privacy'] as const;
      for (const name of pages) await state(`${name}-before-agreeing`, `/pages/${name}/index`);
      await state('tasks-before-agreeing', TASKS);
      await open('/pages/home/index');
      await agreeAndBegin(me);
      await shoot('states', 'tasks-empty');
      for (const name of ['cases', 'messages', 'mine', 'outbox', 'identity'] as const) await state(`${name}-empty`, `/pages/${name}/index`);
      for (const name of ['where', 'members', 'income', 'spending', 'story', 'evidence', 'estimate', 'copy'])
        await state(`${name}-empty`, `/packages/apply/pages/${name}/index`);
    },

    async waitingAndProblems() {
      const someApplication = `/packages/progress/pages/detail/index?id=${randomUUID()}`;
      let release: () => void = () => undefined;
      const held = new Promise<undefined>((go) => {
        release = () => go(undefined);
      });
      const slow = app.onNetwork(({ path, method }) => (path.startsWith('/api/applications') && method === 'GET' ? held : undefined));
      await app.open('/pages/cases/index', { network: false });
      await shoot('states', 'cases-waiting');
      await page.waitForTimeout(SLOW_WORDS_MS);
      await shoot('states', 'cases-waiting-long');
      await app.open(someApplication, { network: false });
      await shoot('states', 'progress-waiting');
      slow();
      release();
      await app.settle();
      const broken = app.onNetwork(({ path }) =>
        /^\/api\/(applications|messages)/.test(path) ? { answer: { status: 502, body: '<html>Bad gateway</html>' } } : undefined,
      );
      for (const name of ['cases', 'messages'] as const) await state(`${name}-problem`, `/pages/${name}/index`);
      await state('progress-problem', someApplication);
      broken();
      await state('progress-unknown', someApplication);
    },

    async offline() {
      await app.setOffline(true);
      await open('/packages/apply/pages/story/index');
      await me.type('用自己的话说说', '没有网的时候也能写。');
      await app.settle({ network: false });
      await state('home-offline', '/pages/home/index');
      await state('tasks-offline', TASKS);
      await state('cases-offline', '/pages/cases/index');
      await state('outbox-offline', '/pages/outbox/index');
      await open('/packages/apply/pages/evidence/index');
      await me.tap('link', /^住的地方/);
      await me.photograph('拍一张', [bill]);
      await shoot('states', 'evidence-offline');
      await state('outbox-photo-offline', '/pages/outbox/index');
      await app.setOffline(false);
      await open('/pages/outbox/index');
      await me.reads('没有等着送的');
      const [status, title] = PROBLEMS['file-damaged'];
      const problem = { type: 'about:problem/file-damaged', title, status, code: 'file-damaged' };
      const onTheWay = app.onNetwork(({ path, method }) =>
        path.startsWith('/api/files') && method === 'POST'
          ? { answer: { status, header: { 'content-type': 'application/problem+json' }, body: JSON.stringify(problem) } }
          : undefined,
      );
      await open('/packages/apply/pages/evidence/index');
      await me.tap('link', /^别的/);
      await me.photograph('拍一张', [bill]);
      await me.reads('重拍这一张');
      await shoot('states', 'evidence-damaged');
      onTheWay();
    },

    async fill() {
      await open(TASKS);
      await sayWhere(me);
      await me.tap('button', '往下填');
      await sayWho(me);
      await addWife(me);
      await sayIncome(me);
      await sendPhoto(me);
      await fillTheRest(me, open);
      await beginChange(me, open);
    },
    screens: () => inBoth([...OPEN_TO_ALL, ...NOTHING_YET, ...FORM, ...CHANGE, ...BY_NAME]),

    async send() {
      await open(TASKS);
      await sign(me);
      await open('/packages/apply/pages/review/index');
      const lost = app.onNetwork(({ path, method }) =>
        path.startsWith('/api/applications') && method === 'PUT' ? 'lose-answer' : undefined,
      );
      await me.tap('button', '交上去');
      await app.settle({ network: false });
      await shoot('states', 'review-no-answer');
      lost();
      await me.tap('button', '交上去');
      await me.reads('已经收到了');
      await shoot('states', 'receipt-just-sent');
    },

    asked: (application: string, correction: string) => inBoth(followed(application, correction)),

    async answer(application: string, correction: string) {
      await open(`/packages/progress/pages/correction/index?id=${application}&correction=${correction}`);
      await me.tap('radio', '有，拍照');
      await me.photograph('拍一张', [bill]);
      await me.reads('已收到');
      await me.tap('button', '下一样');
      await me.tap('radio', '办不到');
      await me.tap('button', '好了，看一遍');
      await shoot('states', 'correction-look-over');
      await me.tap('button', '交上去');
      await me.reads('您补的已收到');
      await shoot('states', 'correction-answered');
      await state('progress-answered', `/packages/progress/pages/detail/index?id=${application}`);
    },

    accepted: (application: string) => inBoth(accepted(application)),
    async close() {
      await visitor.close();
    },
  };
}
