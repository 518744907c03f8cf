import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A disk of its own that can be filled up, where root may mount one; a folder otherwise, and then it says so. */
export function smallDisk(megabytes: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'assist-faults-'));
  chmodSync(folder, 0o755);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'none', folder]).status === 0;
  const filler = path.join(folder, 'filler');
  return {
    folder,
    mounted,
    fill: () => void spawnSync('sh', ['-c', 'cat /dev/zero > "$1" 2>/dev/null', 'fill', filler]),
    free: () => rmSync(filler, { force: true }),
    remove: () => {
      if (mounted) spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
