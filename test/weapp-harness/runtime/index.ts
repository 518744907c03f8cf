// Runs in Chromium. Everything that the Node side may ask of it hangs on `window.weapp`.
import type { WeappPackage } from '../compile/weapp-package.ts';
import type { TaskEvent } from '../host/network-types.ts';
import type { BootOptions } from '../launch-types.ts';
import { boot } from './boot.ts';
import type { PageStack } from './page-stack.ts';
import { report } from './report.ts';
import { callOn, emit, sim, topPage } from './sim.ts';
import { deliver } from './wx/network-apis.ts';
import { changeNetwork } from './wx/system-apis.ts';

let stack: PageStack | undefined;

const weapp = {
  boot(pkg: WeappPackage, options: BootOptions) {
    stack = boot(pkg, options);
    document.querySelector<HTMLButtonElement>('#weapp-nav button')?.addEventListener('click', () => stack?.back(1));
  },
  report,
  deliver: (id: number, event: TaskEvent) => deliver(id, event),
  changeNetwork,
  stack: () => sim.pages.map((page) => page.path),
  query: () => topPage()?.query ?? {},
  /** Grows whenever something happens that may draw, and tells what is still under way. */
  activity: () => ({ marks: sim.setDataLog.length + sim.calls.length + sim.pages.length, tasks: sim.tasks + sim.screens }),
  back: () => stack?.back(1),
  open: (url: string) => stack?.go('reLaunch', url),
  stub(name: string, value: unknown) {
    if (value === undefined || value === null) delete sim.stubs[name];
    else sim.stubs[name] = value;
  },
  calls: (name: string) => sim.calls.filter((call) => call.name === name).map((call) => call.option),
  setPhoneAnswer(answer: 'allow' | 'deny') {
    sim.phoneAnswer = answer;
  },
  toBackground() {
    callOn(topPage()?.inst ?? {}, 'onHide');
    callOn(sim.app ?? {}, 'onHide');
    emit('AppHide');
  },
  toForeground() {
    callOn(sim.app ?? {}, 'onShow', sim.launchOptions);
    emit('AppShow', sim.launchOptions);
    callOn(topPage()?.inst ?? {}, 'onShow');
  },
};

export type WeappInPage = typeof weapp;
(window as unknown as { weapp: WeappInPage }).weapp = weapp;
