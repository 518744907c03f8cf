import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { portForTest } from '@assist/local-postgres/testing';

/** Debian's haproxy in front of these ports. @throws with what to install */
export async function loadBalancer(behind: readonly number[]): Promise<{ url: string; close(): Promise<void> }> {
  const haproxy = ['haproxy', '/usr/sbin/haproxy'].find((one) => spawnSync(one, ['-v']).status === 0);
  if (!haproxy) throw new Error('haproxy is not installed: sudo apt-get install --no-install-recommends haproxy');
  const port = await portForTest();
  const folder = mkdtempSync(path.join(tmpdir(), 'assist-balancer-'));
  writeFileSync(path.join(folder, 'haproxy.cfg'), configuration(port, behind));
  const process = spawn(haproxy, ['-db', '-f', path.join(folder, 'haproxy.cfg')], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  for (
    let tries = 0;
    !(await fetch(`${url}/readyz`)
      .then((it) => it.ok)
      .catch(() => false));
    tries += 1
  ) {
    if (process.exitCode !== null || tries > 2400) {
      await ended(process);
      throw new Error('haproxy did not find anybody who answers');
    }
    await pause(50);
  }
  return {
    url,
    close: async () => {
      await ended(process);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Kills what was started and waits until it is gone. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** A busy machine may take seconds to say that it is ready; one that refuses connections is left out at once. As in production: who is not ready gets nothing; what never reached anybody goes to the next one. Nothing is said twice by it. */
const configuration = (port: number, behind: readonly number[]): string => `
global
  maxconn 2000
defaults
  mode http
  timeout connect 2s
  timeout client 60s
  timeout server 60s
  timeout check 5s
  option redispatch 1
  retries 3
  retry-on conn-failure
frontend residents
  bind 127.0.0.1:${port}
  default_backend bff
backend bff
  balance roundrobin
  option httpchk
  http-check send meth GET uri /readyz ver HTTP/1.1 hdr Host bff
  default-server inter 500ms fall 2 rise 1 observe layer4 error-limit 1 on-error mark-down
${behind.map((one, i) => `  server bff${i} 127.0.0.1:${one} check`).join('\n')}
`;
