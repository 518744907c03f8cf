/** Writes the approved pages of life events and procedures; a reviewer reads the difference.  node scripts/approve-pages.ts */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { approvedPages } from '../src/pages/all-pages.ts';

for (const [path, text] of Object.entries(approvedPages())) {
  const file = fileURLToPath(new URL(`../src/${path}`, import.meta.url));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
