// Writes src/statements/hashes.gen.ts. The phone has no SHA-256 of its own, so the hash of each wording is made here once.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { STATEMENTS } from '../src/statements/current.ts';
import { statementText } from '../src/statements/statement.ts';

const rows = Object.values(STATEMENTS).map((s) => `  '${s.id}': '${createHash('sha256').update(statementText(s)).digest('hex')}',`);
const text = `// Machine-written by scripts/hash-statements.ts; a test compares it with the wordings.\nimport type { StatementId } from './statement.ts';\n\nexport const STATEMENT_HASHES: Record<StatementId, string> = {\n${rows.join('\n')}\n};\n`;
writeFileSync(new URL('../src/statements/hashes.gen.ts', import.meta.url), text);
