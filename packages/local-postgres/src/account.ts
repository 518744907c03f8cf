import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { LocalPostgresProblem } from './problem.ts';

export type Account = { readonly name: string; readonly uid: number; readonly gid: number };

/** Existing accounts that may run the database for root, best first. None is ever created. */
const candidates = ['postgres', 'nobody', 'daemon'];

/** The accounts of this machine, from its passwd file. */
export function accounts(passwd = readFileSync('/etc/passwd', 'utf8')): Account[] {
  return passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

/**
 * Postgres refuses to run as root. Undefined: we are an ordinary user and run it ourselves. As root: whoever owns the data already,
 * else the first existing unprivileged account that we can become.
 */
export function accountForPostgres(
  ownerOfData: number | undefined,
  known = accounts(),
  me = process.getuid?.() ?? -1,
): Account | undefined {
  if (me !== 0) return undefined;
  const owner = ownerOfData ? known.find((account) => account.uid === ownerOfData) : undefined;
  const wanted = [owner, ...candidates.map((name) => known.find((account) => account.name === name))];
  const found = wanted.find((account) => account !== undefined && account.uid !== 0 && canBecome(account));
  if (found) return found;
  throw new LocalPostgresProblem(
    'no-account',
    `数据库不能以 root 运行，而本机没有可用的普通账户（${candidates.join('、')}）：请用普通用户启动，或设置 DATABASE_URL。`,
    `The database cannot run as root and no ordinary account (${candidates.join(', ')}) is usable here: start as an ordinary user, or set DATABASE_URL.`,
  );
}

function canBecome({ uid, gid }: Account): boolean {
  return spawnSync('/bin/sh', ['-c', ':'], { uid, gid, cwd: '/' }).status === 0;
}

/** Whether this account can open that folder, tried rather than computed: groups, ACLs and closed parents all count. */
export function canReach(folder: string, account: Account | undefined): boolean {
  const as = account && { uid: account.uid, gid: account.gid };
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'reach', folder], { ...as, cwd: '/', stdio: 'ignore' }).status === 0;
}
