import { createHmac } from 'node:crypto';

/**
 * Headers of a signed webhook, as Standard Webhooks has them: HMAC-SHA256 over id, second and body. A receiver refuses what is too old and
 * what it has had already by the id.
 * @param seconds since 1970
 */
export const webhookHeaders = (id: string, seconds: number, body: string, secrets: readonly Buffer[]): Record<string, string> => ({
  'content-type': 'application/json; charset=utf-8',
  'webhook-id': id,
  'webhook-timestamp': String(seconds),
  'webhook-signature': secrets
    .map((secret) => `v1,${createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')}`)
    .join(' '),
});
