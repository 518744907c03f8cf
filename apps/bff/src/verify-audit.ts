// Works out the sealed trail anew and says whether it is what was put on record. Ends with 1 where it is not.
import { command } from './command.ts';
import { compose } from './compose.ts';
import { parseConfig } from './config.ts';
import { verifyAudit } from './services/audit/verify.ts';

await command(async () => {
  const config = parseConfig(process.env);
  const { context, connection } = compose(config, 'assist-verify-audit', () => config.staffBaseUrl, { clock: Date.now });
  try {
    const { wrong, ...found } = await verifyAudit(context);
    process.stdout.write(`${JSON.stringify({ ...found, wrong })}\n`);
    process.exitCode = wrong.length > 0 ? 1 : 0;
  } finally {
    await connection.close();
  }
});
