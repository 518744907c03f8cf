import type { Config } from './config.ts';
import { TEMPLATE_ABOUTS, type TemplateAbout } from './services/channel/ports.ts';

const KEY_BYTES = 32;

type Environment = Readonly<Record<string, string | undefined>>;

export function templatesOf(given: string, problems: string[]): Partial<Record<TemplateAbout, string>> {
  const found: Partial<Record<TemplateAbout, string>> = {};
  for (const entry of given.split(',').filter(Boolean)) {
    const [about = '', id = ''] = entry.trim().split('=');
    const known = TEMPLATE_ABOUTS.find((one) => one === about);
    if (!known || !/^[\w-]{1,100}$/.test(id)) problems.push('WECHAT_TEMPLATES is not "progress=ID,due=ID,visit=ID"');
    else found[known] = id;
  }
  return found;
}

export function alertKeysOf(given: string, problems: string[]): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const entry of given.split(',').filter(Boolean)) {
    const [, name = '', base64 = ''] = /^([\w-]{1,40})=(.+)$/.exec(entry.trim()) ?? [];
    const key = Buffer.from(base64, 'base64');
    if (!name || name === 'file' || key.length !== KEY_BYTES) problems.push(`ALERT_SOURCES is not "name=base64 of ${KEY_BYTES} bytes"`);
    else found.set(name, key);
  }
  return found;
}

export function pushOf(env: Environment, problems: string[]): Config['wechat']['push'] {
  const { WECHAT_PUSH_TOKEN: token, WECHAT_PUSH_AES_KEY: encodingAesKey } = env;
  if (!token && !encodingAesKey) return undefined;
  if (!token || !/^[A-Za-z0-9]{3,32}$/.test(token)) problems.push('WECHAT_PUSH_TOKEN is not 3 to 32 letters and digits');
  if (!encodingAesKey || !/^[A-Za-z0-9]{43}$/.test(encodingAesKey)) problems.push('WECHAT_PUSH_AES_KEY is not 43 letters and digits');
  return { token: token ?? '', encodingAesKey: encodingAesKey ?? '' };
}

/** A bucket instead of a folder; undefined where none is named. */
export function filesS3Of(env: Environment, problems: string[]): Config['filesS3'] {
  const { FILES_S3_BUCKET: bucket, FILES_S3_ENDPOINT: endpoint = '', FILES_S3_REGION: region } = env;
  if (!bucket) return undefined;
  const { FILES_S3_ACCESS_KEY_ID: accessKeyId = '', FILES_S3_SECRET_ACCESS_KEY: secretAccessKey = '' } = env;
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) problems.push('FILES_S3_BUCKET is not the name of a bucket');
  if (!URL.canParse(endpoint)) problems.push('FILES_S3_ENDPOINT is not a URL');
  if (!accessKeyId) problems.push('FILES_S3_ACCESS_KEY_ID is missing');
  if (!secretAccessKey) problems.push('FILES_S3_SECRET_ACCESS_KEY is missing');
  // Beside a folder of photos there is a place for them; in a container there is none.
  if (!env.AUDIT_HEADS_FILE) problems.push('AUDIT_HEADS_FILE is missing');
  return { endpoint, bucket, region: region || 'us-east-1', accessKeyId, secretAccessKey };
}
