import type { FileAnswer, FileOrder } from '../../host/phone-files.ts';
import { base64ToBytes, base64ToText, bytesToBase64, filesCall, textToBase64 } from '../host-bridge.ts';
import { sim } from '../sim.ts';
import { asyncApi, WxFail, type WxOption } from './async-api.ts';

function call(order: FileOrder): FileAnswer {
  const answer = filesCall(order);
  if (answer.fail !== undefined) throw new WxFail(answer.fail, 1300002);
  return answer;
}

function read({ filePath, encoding, position, length }: WxOption): string | ArrayBuffer {
  const base64 =
    call({ op: 'read', path: filePath, ...(position !== undefined && { position }), ...(length !== undefined && { length }) }).base64 ?? '';
  if (encoding === undefined) return base64ToBytes(base64).buffer;
  return encoding === 'base64' ? base64 : base64ToText(base64);
}

function write({ filePath, data, encoding }: WxOption, append = false): void {
  const base64 = typeof data !== 'string' ? bytesToBase64(data) : encoding === 'base64' ? data : textToBase64(data);
  call({ op: 'write', path: filePath, base64, append });
}

const save = ({ tempFilePath, filePath }: WxOption) => ({
  savedFilePath: call({ op: 'save', path: tempFilePath, ...(filePath !== undefined && { to: filePath }) }).path,
});
const stats = ({ path }: WxOption) => ({ stats: { size: call({ op: 'stat', path }).size, isFile: () => true, isDirectory: () => false } });

/** The file system manager's calls that a page like ours uses; another one fails the run. */
export function fileSystemManager(): object {
  const verbs: Record<string, unknown> = {
    access: asyncApi('access', ({ path }) => void call({ op: 'stat', path })),
    accessSync: (path: string) => void call({ op: 'stat', path }),
    readFile: asyncApi('readFile', (option) => ({ data: read(option) })),
    readFileSync: (filePath: string, encoding?: string) => read({ filePath, encoding }),
    writeFile: asyncApi('writeFile', (option) => write(option)),
    appendFile: asyncApi('appendFile', (option) => write(option, true)),
    writeFileSync: (filePath: string, data: unknown, encoding?: string) => write({ filePath, data, encoding }),
    saveFile: asyncApi('saveFile', save),
    saveFileSync: (tempFilePath: string, filePath?: string) => save({ tempFilePath, filePath }).savedFilePath,
    copyFile: asyncApi('copyFile', ({ srcPath, destPath }) => void call({ op: 'copy', path: srcPath, to: destPath })),
    copyFileSync: (srcPath: string, destPath: string) => void call({ op: 'copy', path: srcPath, to: destPath }),
    rename: asyncApi('rename', ({ oldPath, newPath }) => {
      call({ op: 'copy', path: oldPath, to: newPath });
      call({ op: 'unlink', path: oldPath });
    }),
    unlink: asyncApi('unlink', ({ filePath }) => void call({ op: 'unlink', path: filePath })),
    unlinkSync: (filePath: string) => void call({ op: 'unlink', path: filePath }),
    removeSavedFile: asyncApi('removeSavedFile', ({ filePath }) => void call({ op: 'unlink', path: filePath })),
    stat: asyncApi('stat', stats),
    statSync: (path: string) => stats({ path }).stats,
    getFileInfo: asyncApi('getFileInfo', ({ filePath }) => ({ size: call({ op: 'stat', path: filePath }).size })),
    mkdir: asyncApi('mkdir', () => ({})),
    mkdirSync: () => undefined,
    readdir: asyncApi('readdir', ({ dirPath }) => ({ files: call({ op: 'list', path: dirPath }).names })),
    readdirSync: (path: string) => call({ op: 'list', path }).names,
  };
  return new Proxy(verbs, {
    get(known, name) {
      if (typeof name === 'string' && !(name in known) && name !== 'then') sim.missingApis.add(`getFileSystemManager().${name}`);
      return known[name as string];
    },
  });
}
