// Prints where everything that was sent stands, looks for gaps and mends what it can. `--days=60` how far back; `--one=<id>` a single one.
import { parseArgs } from 'node:util';
import { command } from './command.ts';
import { compose } from './compose.ts';
import { parseConfig } from './config.ts';
import { deliveryOf, ledgerFigures } from './services/delivery/ledger.ts';
import { reconcileDeliveries } from './services/delivery/reconcile.ts';
import { reconcileFiles } from './services/file/reconcile.ts';

const DAY_MS = 24 * 3_600_000;
await command(async () => {
  const { values } = parseArgs({ options: { days: { type: 'string', default: '60' }, one: { type: 'string' } } });
  const days = Number(values.days);
  if (!Number.isInteger(days) || days < 1) throw new Error('--days is a number of days, 1 or more');
  const config = parseConfig(process.env);
  const { context, connection } = compose(config, 'assist-reconcile', () => config.staffBaseUrl, { clock: Date.now });
  try {
    // Without them every photo would look spoilt, and people would be told so.
    await context.keys.load();
    if (values.one) process.stdout.write(`${JSON.stringify((await deliveryOf(context, values.one)) ?? null)}\n`);
    else {
      const gaps = await reconcileDeliveries(context, days);
      const files = await reconcileFiles(context, new Date(Date.now() - days * DAY_MS));
      for (const line of await ledgerFigures(context, days)) process.stdout.write(`${JSON.stringify(line)}\n`);
      process.stdout.write(`${JSON.stringify({ gaps, files })}\n`);
      process.exitCode = gaps.length + files.length > 0 ? 1 : 0;
    }
  } finally {
    await connection.close();
  }
});
