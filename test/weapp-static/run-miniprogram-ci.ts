// Run as a process of its own: miniprogram-ci writes into the working directory, and prints.
import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

interface Quality {
  name: string;
  success: boolean;
  text: string;
}
interface MiniprogramCi {
  Project: new (options: object) => { attr: () => Promise<object> };
  checkCodeQuality(project: object): Promise<Quality[]>;
  getCompiledResult(options: object, file: string): Promise<unknown>;
}

const APPID = 'wx0000000000000000';
/** What Tencent's server would say of the account; asking it is the only thing that needs the network. */
const ATTRIBUTES = {
  appid: APPID,
  appType: 0,
  platform: false,
  gameApp: false,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 100,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
};
/** It counts the files before its own compression, which the build has already done. */
const NOT_FOR_US = /COMPRESS/;

const dist = path.resolve(process.argv[2] ?? '');
const print = process.stdout.write.bind(process.stdout);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-ci-'));
process.chdir(folder);
console.log = console.warn = console.error = console.info = () => undefined;

const setting = { es6: false, minified: true, minifyWXSS: true, minifyWXML: true };
fs.cpSync(dist, path.join(folder, 'dist'), { recursive: true });
fs.writeFileSync('project.config.json', JSON.stringify({ miniprogramRoot: 'dist/', appid: APPID, setting, compileType: 'miniprogram' }));
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
fs.writeFileSync('key', privateKey.export({ type: 'pkcs1', format: 'pem' }));

const errors: string[] = [];
const quality: Record<string, boolean> = {};
try {
  const ci = createRequire(import.meta.url)('miniprogram-ci') as MiniprogramCi;
  const options = { appid: APPID, type: 'miniProgram', projectPath: folder, privateKeyPath: path.join(folder, 'key'), ignores: [] };
  const project = new ci.Project(options);
  project.attr = async () => ATTRIBUTES;
  for (const { name, success, text } of await ci.checkCodeQuality(project)) {
    quality[name] = success;
    if (!success && !NOT_FOR_US.test(name)) errors.push(`miniprogram-ci ${name}: ${text}`);
  }
  const how = { project, version: '1', desc: '', setting: { es6: false }, onProgressUpdate: () => undefined };
  await ci.getCompiledResult(how, path.join(folder, 'out.zip'));
} catch (error) {
  errors.push(
    `miniprogram-ci: ${String((error as Error).message)
      .replace(/\s+/g, ' ')
      .slice(0, 300)}`,
  );
}
process.chdir(os.tmpdir());
fs.rmSync(folder, { recursive: true, force: true });
print(`\n${JSON.stringify({ errors, quality })}\n`, () => process.exit(0));
