import { runEntry } from './bootstrap.mjs';

await runEntry('apps/launcher/src/reconcile.ts');
