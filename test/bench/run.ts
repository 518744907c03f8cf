import { benchFormStep } from '../journeys/form-step-cost.ts';
import { benchStart } from '../journeys/start-cost.ts';
import { benchAssessment } from './assessment.ts';
import { benchBusiestDay } from './busiest-day.ts';
import { benchDue } from './due.ts';
import { note, tableOfOutcomes } from './outcomes.ts';
import { benchPayments } from './payments.ts';
import { benchProgress } from './progress.ts';
import { benchQueue } from './queue.ts';
import { benchSignIn } from './sign-in.ts';
import { benchSimulate } from './simulate.ts';
import { benchSubmit } from './submit.ts';

/** `npm run bench -- [NAME …]`: prints each benchmark and then one table of all; without a name, all of them, smaller. One that ends badly does not take the others along. */
const BENCHES: Readonly<Record<string, (print: (text: string) => void) => Promise<void>>> = {
  assessment: benchAssessment,
  'busiest-day': benchBusiestDay,
  due: benchDue,
  form: benchFormStep,
  payments: benchPayments,
  progress: benchProgress,
  queue: benchQueue,
  'sign-in': benchSignIn,
  simulate: benchSimulate,
  start: benchStart,
  submit: benchSubmit,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  process.stderr.write(`no such benchmark: ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}\n`);
  process.exitCode = 2;
} else {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    try {
      await bench((text) => process.stdout.write(`${text}\n`));
    } catch (error) {
      const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      note({ what: name, ours: `did not end: ${why}`, goal: 'ends', reached: false });
      process.stderr.write(`${name}: ${error instanceof Error ? error.stack : error}\n`);
      process.exitCode = 1;
    }
  }
  process.stdout.write(`\n${tableOfOutcomes()}\n`);
}
