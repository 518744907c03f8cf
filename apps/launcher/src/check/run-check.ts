import { say } from '../say.ts';
import { checkSteps, runSteps } from './steps.ts';

/** Runs every check step, prints each with what it found, and counts. */
export async function runCheck(): Promise<{ passed: number; failed: number }> {
  const results = await runSteps(checkSteps(), 2, ({ step, passed, output, seconds }) => {
    say(`${passed ? '✓' : '✗'} ${step.chinese} · ${step.english}  ${seconds.toFixed(1)} s`);
    if (!passed) say(output.trim().replace(/^/gm, '    '));
  });
  const passed = results.filter((result) => result.passed).length;
  return { passed, failed: results.length - passed };
}
