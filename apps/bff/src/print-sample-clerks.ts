// Prints the sample clerks of development as JSON, for whoever starts the system and must say who can sign in.
import { SAMPLE_CLERKS } from './reference/sample-clerks.ts';

process.stdout.write(`${JSON.stringify(SAMPLE_CLERKS)}\n`);
