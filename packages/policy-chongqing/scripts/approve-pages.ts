/** Writes the approved pages, and the clauses a phone carries; a reviewer reads the difference.  node scripts/approve-pages.ts */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { idsModule, listModule } from '../src/life-events/listed.ts';
import { approvedPages } from '../src/pages/all-pages.ts';
import { citationsModule } from '../src/preview/cited.ts';

const written = {
  ...approvedPages(),
  'preview/citations.gen.ts': citationsModule(),
  'life-events/ids.gen.ts': idsModule(),
  'life-events/list.gen.ts': listModule(),
};
for (const [path, text] of Object.entries(written)) {
  const file = fileURLToPath(new URL(`../src/${path}`, import.meta.url));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
