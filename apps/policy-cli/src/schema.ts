import { householdSchema } from '@assist/policy-chongqing';
import type { Command } from './command.ts';
import { printed } from './command.ts';

/** `policy schema`: JSON Schema of the file that `assess` reads. */
export const schemaCommand: Command = () => printed(true, householdSchema(), '');
