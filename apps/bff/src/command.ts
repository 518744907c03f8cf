import { ConfigError } from './config.ts';
import { errorLines } from './log.ts';

/**
 * Runs a command to its end. What goes wrong is said in a line or two and never with what stood in a row: of an error of ours its words, of
 * any other its names and codes.
 */
export async function command(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    process.exitCode = 1;
    const ours = error instanceof ConfigError || (error instanceof Error && error.constructor === Error && error.cause === undefined);
    process.stderr.write(`${ours ? error.message : errorLines(error).error.join(' < ')}\n`);
  }
}
