import { runCheck } from './check/run-check.ts';
import { say } from './say.ts';

const { passed, failed } = await runCheck();
say();
say(`${passed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed > 0 ? 1 : 0;
