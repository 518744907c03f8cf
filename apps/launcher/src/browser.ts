import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { PlainProblem } from './plain-problem.ts';
import { step } from './say.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const packages = ['chromium', 'fonts-noto-cjk'];

/**
 * The browser that the tests drive, with a font for Chinese; CHROMIUM overrides the search. Installed from Debian's packages
 * where that is possible (root on Debian), else a plain problem says what to install.
 */
export async function ensureBrowser(environment: NodeJS.ProcessEnv): Promise<string> {
  const found = () => environment.CHROMIUM || findOnPath(environment.PATH ?? '');
  const browser = found();
  if (browser && hasChineseFont()) return browser;
  if (!canInstall()) throw missing();
  return step('安装测试用的浏览器和中文字体', 'installing the browser and the Chinese font for tests', async () => {
    const run = (...args: string[]) =>
      spawnSync('apt-get', args, { encoding: 'utf8', env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' } });
    run('update', '-qq');
    const installed = run('install', '-y', '-qq', '--no-install-recommends', ...packages);
    const now = found();
    if (installed.status !== 0 || !now) throw missing(installed.stderr?.trim().split('\n').at(-1));
    return now;
  });
}

function findOnPath(searched: string): string | undefined {
  const files = searched.split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
  return files.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Without one, Chinese is boxes: widths and pictures would say nothing. Where fontconfig cannot be asked, we do not insist. */
function hasChineseFont(): boolean {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return status !== 0 || stdout.trim() !== '';
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && spawnSync('apt-get', ['--version']).status === 0;
}

function missing(reason = ''): PlainProblem {
  const why = reason === '' ? '' : `（${reason}）`;
  return new PlainProblem(
    `测试需要 Chromium 和中文字体${why}：请安装它们（Debian：sudo apt-get install ${packages.join(' ')}），或用 CHROMIUM 指明浏览器。`,
    `The tests need Chromium and a Chinese font: install them (on Debian: sudo apt-get install ${packages.join(' ')}), or name the browser in CHROMIUM.`,
  );
}
