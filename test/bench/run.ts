import { benchFormStep } from '../journeys/form-step-cost.ts';
import { benchAssessment } from './assessment.ts';
import { benchDue } from './due.ts';
import { benchPayments } from './payments.ts';
import { benchProgress } from './progress.ts';
import { benchQueue } from './queue.ts';
import { benchSimulate } from './simulate.ts';
import { benchSubmit } from './submit.ts';

/** `pnpm bench [NAME …]`: prints each benchmark; without a name, all of them. */
const BENCHES: Readonly<Record<string, (print: (text: string) => void) => Promise<void>>> = {
  assessment: benchAssessment,
  due: benchDue,
  form: benchFormStep,
  payments: benchPayments,
  progress: benchProgress,
  queue: benchQueue,
  simulate: benchSimulate,
  submit: benchSubmit,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  process.stderr.write(`no such benchmark: ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}\n`);
  process.exitCode = 2;
} else {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (asked.length === 0 || asked.includes(name)) await bench((text) => process.stdout.write(`${text}\n`));
  }
}
