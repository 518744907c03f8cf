// Process, for development only: signs the sample clerks in. Production refuses any issuer on this machine.
import { pathToFileURL } from 'node:url';
import { startDevIdentityProvider } from './oidc/dev-identity-provider.ts';
import { runProcess } from './run-process.ts';

export { type DevIdentityProvider, type DevIdentityProviderOptions, startDevIdentityProvider } from './oidc/dev-identity-provider.ts';

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await runProcess('dev-identity-provider', async () => {
    const { env } = process;
    if (env.NODE_ENV === 'production') throw new Error('the identity provider for development does not run in production');
    const issuer = new URL(env.OIDC_ISSUER ?? 'http://127.0.0.1:8791');
    const provider = await startDevIdentityProvider({
      port: Number(issuer.port),
      host: issuer.hostname,
      client: {
        id: env.OIDC_CLIENT_ID ?? 'township-desk',
        secret: env.OIDC_CLIENT_SECRET ?? 'development-only',
        deskUrls: (env.STAFF_BASE_URL ?? 'http://127.0.0.1:8081').split(','),
      },
    });
    return { ready: { issuer: provider.issuer }, close: provider.close };
  });
