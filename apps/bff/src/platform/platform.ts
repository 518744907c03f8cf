import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { clientAssertions, platformTokens } from '../crypto/platform-tokens.ts';
import type { Platform } from '../services/platform/client.ts';
import { readClientsFile } from './clients-file.ts';
import { sendHook } from './send-hook.ts';

/** What this installation knows of other systems; undefined where it has none. @throws ConfigError */
export function platformOf(config: Config, clock: Clock): Platform | undefined {
  if (!config.platformClientsFile) return undefined;
  const { audience, clients, keys } = readClientsFile(config.platformClientsFile, config.production);
  return {
    clients: new Map(clients.map((one) => [one.id, one])),
    checkAssertion: clientAssertions(keys, audience, clock),
    ...platformTokens(config.tokenKeys, clock),
    send: sendHook,
  };
}
