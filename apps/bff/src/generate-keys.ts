// Prints keys for development as JSON. Production refuses them: its own come from whoever runs it (32 random bytes each, base64).
import { generateKeys } from './crypto/generated-keys.ts';

process.stdout.write(`${JSON.stringify(generateKeys())}\n`);
