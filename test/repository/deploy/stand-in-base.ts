import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import path from 'node:path';

/** Does it and waits. @throws with what was printed */
export function done(command: string, args: readonly string[], cwd?: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`${command} ${args[0]}: ${error?.message ?? (stdout + stderr).slice(-4000)}`);
  return stdout;
}

/** @throws with what to install, and that it needs root */
export function needsToBuildImages(): void {
  const missing = ['debootstrap', 'buildah', 'podman', 'runc'].filter((one) => spawnSync('which', [one]).status !== 0);
  if (!existsSync('/usr/lib/postgresql/15/bin/initdb')) missing.push('postgresql-15');
  if (missing.length > 0) throw new Error(`not installed: sudo apt-get install --no-install-recommends ${missing.join(' ')}`);
  if (process.getuid?.() !== 0) throw new Error('debootstrap makes a system of its own: run this as root');
}

/**
 * Images of the names that the container files begin from, for a machine that reaches no image registry: Debian bookworm with this Node and
 * this npm, and the same with Debian's nginx. Not the real ones (nginx's is Alpine): what is shown is that the steps of ours go through.
 */
export function standInBases(folder: string): void {
  const node = path.join(folder, 'node');
  done('debootstrap', ['--variant=minbase', '--include=ca-certificates,nginx-light', 'bookworm', node]);
  done('chroot', [node, 'useradd', '--create-home', '--uid', '1000', 'node']);
  done('chroot', [node, 'useradd', '--system', 'nginx']);
  cpSync(process.execPath, path.join(node, 'usr/local/bin/node'));
  const npm = path.resolve(realpathSync(done('which', ['npm']).trim()), '../..');
  mkdirSync(path.join(node, 'usr/local/lib/node_modules'), { recursive: true });
  cpSync(npm, path.join(node, 'usr/local/lib/node_modules/npm'), { recursive: true });
  for (const one of ['npm', 'npx']) symlinkSync(`../lib/node_modules/npm/bin/${one}-cli.js`, path.join(node, 'usr/local/bin', one));
  // A house that looks into its own traffic trusts a certificate of its own, here as there.
  const trusted = process.env.NODE_EXTRA_CA_CERTS;
  const environment = trusted && existsSync(trusted) ? ['NODE_EXTRA_CA_CERTS=/trusted.crt', 'npm_config_cafile=/trusted.crt'] : [];
  if (trusted && environment.length > 0) cpSync(trusted, path.join(node, 'trusted.crt'));
  const container = done('buildah', ['from', 'scratch']).trim();
  done('buildah', ['copy', '--quiet', container, node, '/']);
  for (const one of environment) done('buildah', ['config', '--env', one, container]);
  for (const name of ['node:24-bookworm-slim', 'nginx:1-alpine'])
    done('buildah', ['commit', '--quiet', container, `docker.io/library/${name}`]);
  done('buildah', ['rm', container]);
}
