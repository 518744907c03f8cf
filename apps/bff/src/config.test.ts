import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from './config.ts';
import { generateKeys } from './crypto/generated-keys.ts';

const real = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString('base64')}`;

/** A production environment in which nothing is wrong. */
const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://bff:secret-password@db.internal/assist',
  WECHAT_APPID: 'wx00112233445566aa',
  WECHAT_SECRET: 'secret-of-wechat',
  FIELD_KEYS: `${real('k2', 7)},${real('k1', 8)}`,
  HASH_KEY: real('h1', 9),
  TOKEN_KEYS: real('t1', 10),
  FILES_DIR: '/srv/files',
  OIDC_ISSUER: 'https://id.example.cn',
  OIDC_CLIENT_ID: 'desk',
  OIDC_CLIENT_SECRET: 'secret-of-oidc',
  STAFF_BASE_URL: 'https://desk.example.cn',
  STAFF_SECOND_FACTOR: 'acr:urn:example:two-factors',
};

const problemsOf = (env: Record<string, string | undefined>): readonly string[] => {
  try {
    parseConfig(env);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).problems;
  }
};

it('缺的一次说全，不重复给的值', () => {
  const problems = problemsOf({ DATABASE_URL: 'not a url with secret-password' });
  for (const name of [
    'WECHAT_API_BASE',
    'WECHAT_APPID',
    'WECHAT_SECRET',
    'FIELD_KEYS',
    'HASH_KEY',
    'TOKEN_KEYS',
    'FILES_DIR',
    'OIDC_ISSUER',
  ])
    expect(problems.join('\n')).toContain(`${name} is missing`);
  expect(problems).toContain('DATABASE_URL is not a URL');
  expect(problems.join()).not.toContain('secret-password');
});

describe('上线的', () => {
  it('都对就起来；微信地址不写就是微信', () => {
    const config = parseConfig(PRODUCTION);
    expect(config.wechat.baseUrl).toBe('https://api.weixin.qq.com');
    expect(config.fieldKeys.map((key) => key.id)).toEqual(['k2', 'k1']);
    expect(config.webOrigins).toEqual([]);
  });

  it('照片放在桶里的，不要文件夹；缺的也一次说全', () => {
    const { FILES_DIR: _, ...noFolder } = PRODUCTION;
    const bucket = { FILES_S3_BUCKET: 'photos', FILES_S3_ENDPOINT: 'https://s3.example.cn', FILES_S3_ACCESS_KEY_ID: 'id' };
    expect(problemsOf({ ...noFolder, ...bucket })).toEqual(['FILES_S3_SECRET_ACCESS_KEY is missing', 'AUDIT_HEADS_FILE is missing']);
    const whole = { ...noFolder, ...bucket, FILES_S3_SECRET_ACCESS_KEY: 'secret', AUDIT_HEADS_FILE: '/srv/heads.jsonl' };
    expect(parseConfig(whole).filesS3).toMatchObject({ bucket: 'photos', region: 'us-east-1' });
    expect(problemsOf({ ...whole, FILES_S3_ENDPOINT: 'http://s3.example.cn' })).toEqual(['FILES_S3_ENDPOINT is not https']);
  });

  const keys = generateKeys();
  const renamed = keys.FIELD_KEYS.replace('dev-field', 'k9');
  it.each([
    ['微信沙箱', { WECHAT_API_BASE: 'http://127.0.0.1:8790' }, 'WECHAT_API_BASE'],
    ['别的微信地址', { WECHAT_API_BASE: 'https://api.weixin.qq.com.example.cn' }, 'WECHAT_API_BASE'],
    ['开发用的登录', { OIDC_ISSUER: 'http://127.0.0.1:8791' }, 'OIDC_ISSUER'],
    ['本机的登录，就算是 https', { OIDC_ISSUER: 'https://localhost:8791' }, 'OIDC_ISSUER'],
    ['自动生成的字段钥匙', { FIELD_KEYS: keys.FIELD_KEYS }, 'FIELD_KEYS'],
    ['自动生成、改了名的钥匙', { FIELD_KEYS: renamed }, 'FIELD_KEYS'],
    ['旧钥匙里夹着一把生成的', { FIELD_KEYS: `${real('k2', 7)},${renamed}` }, 'FIELD_KEYS'],
    ['自动生成的查找钥匙', { HASH_KEY: keys.HASH_KEY }, 'HASH_KEY'],
    ['自动生成的登录钥匙', { TOKEN_KEYS: keys.TOKEN_KEYS }, 'TOKEN_KEYS'],
    ['没有钥匙', { TOKEN_KEYS: undefined }, 'TOKEN_KEYS'],
    ['短了的钥匙', { HASH_KEY: 'h1:AAAA' }, 'HASH_KEY'],
    ['随包的数据库', { DATABASE_URL: 'postgres://assist:x@127.0.0.1:8792/assist' }, 'DATABASE_URL'],
    ['随包的数据库，换了端口', { DATABASE_URL: 'postgres://assist:x@localhost:5432/assist' }, 'DATABASE_URL'],
    ['镇街页面不是 https', { STAFF_BASE_URL: 'http://desk.example.cn' }, 'STAFF_BASE_URL'],
  ])('%s：不起来', (_title, change, name) => {
    const problems = problemsOf({ ...PRODUCTION, ...change });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
  });
});

describe('短信、电话、微信消息', () => {
  const development = { ...PRODUCTION, NODE_ENV: 'development', WECHAT_API_BASE: 'http://127.0.0.1:8790' };

  it('开发时不说就是留下来看；上线时不说就是没有：请人去', () => {
    expect(parseConfig(development)).toMatchObject({ texts: 'loopback', calls: 'loopback' });
    expect(parseConfig(PRODUCTION)).toMatchObject({ texts: 'none', calls: 'none' });
  });

  it('上线时不许用开发用的', () => {
    expect(problemsOf({ ...PRODUCTION, TEXT_MESSAGES: 'loopback', VOICE_CALLS: 'loopback' })).toEqual([
      'TEXT_MESSAGES is the loopback: for development only',
      'VOICE_CALLS is the loopback: for development only',
    ]);
    expect(problemsOf({ ...PRODUCTION, TEXT_MESSAGES: 'pigeon' })).toEqual(['TEXT_MESSAGES is neither "loopback" nor "none"']);
  });

  it('微信消息的模板、推送的钥匙：写错了说哪个', () => {
    const push = { WECHAT_PUSH_TOKEN: 'abc123', WECHAT_PUSH_AES_KEY: 'Q'.repeat(43) };
    expect(parseConfig({ ...PRODUCTION, ...push, WECHAT_TEMPLATES: 'progress=a-1,due=b_2' }).wechat).toMatchObject({
      templates: { progress: 'a-1', due: 'b_2' },
      push: { token: 'abc123', encodingAesKey: 'Q'.repeat(43) },
    });
    expect(problemsOf({ ...PRODUCTION, ...push, WECHAT_PUSH_TOKEN: 'developmentpush' })).toEqual([
      'WECHAT_PUSH_TOKEN is the one of development',
    ]);
    expect(problemsOf({ ...PRODUCTION, WECHAT_TEMPLATES: 'birthday=a', WECHAT_PUSH_TOKEN: 'abc123' })).toEqual([
      'WECHAT_TEMPLATES is not "progress=ID,due=ID,visit=ID"',
      'WECHAT_PUSH_AES_KEY is not 43 letters and digits',
    ]);
  });
});

it('线往哪里送：不写就不送；写错的不起来', () => {
  expect(parseConfig(PRODUCTION).traces).toBeUndefined();
  const given = {
    OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector:4318',
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20abc,x-tenant=a',
    OTEL_TRACES_SAMPLER_ARG: '0.1',
  };
  expect(parseConfig({ ...PRODUCTION, ...given }).traces).toEqual({
    endpoint: 'https://collector:4318',
    headers: { authorization: 'Bearer abc', 'x-tenant': 'a' },
    share: 0.1,
  });
  const clear = (endpoint: string) => problemsOf({ ...PRODUCTION, ...given, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
  expect(clear('http://collector:4318')).toEqual([expect.stringContaining('OTEL_EXPORTER_OTLP_HEADERS would be sent in the clear')]);
  expect(clear('http://127.0.0.1:4318')).toEqual([]);
  expect(problemsOf({ ...PRODUCTION, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' })).toEqual([]);
  const wrong = {
    OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization',
    OTEL_TRACES_SAMPLER_ARG: '2',
  };
  expect(problemsOf({ ...PRODUCTION, ...wrong })).toHaveLength(3);
});

describe('镇街那边', () => {
  it('第二样要说清楚怎么认；不要也要写明不要', () => {
    expect(parseConfig(PRODUCTION).oidc.secondFactor).toEqual({ by: 'acr', values: ['urn:example:two-factors'] });
    expect(parseConfig({ ...PRODUCTION, STAFF_SECOND_FACTOR: 'amr:otp,hwk' }).oidc.secondFactor).toEqual({
      by: 'amr',
      values: ['otp', 'hwk'],
    });
    expect(parseConfig({ ...PRODUCTION, STAFF_SECOND_FACTOR: 'none' }).oidc.secondFactor).toBeUndefined();
    expect(problemsOf({ ...PRODUCTION, STAFF_SECOND_FACTOR: undefined })).toEqual(['STAFF_SECOND_FACTOR is missing']);
    expect(problemsOf({ ...PRODUCTION, STAFF_SECOND_FACTOR: 'amr:' })).toHaveLength(1);
  });

  it('网络有一个写错，就不起来', () => {
    const networks = (given: string) => parseConfig({ ...PRODUCTION, STAFF_NETWORKS: given }).staffNetworks;
    expect(networks(' 10.1.0.0/16, 2001:db8::/32 ')).toEqual(['10.1.0.0/16', '2001:db8::/32']);
    expect(problemsOf({ ...PRODUCTION, STAFF_NETWORKS: '10.1.0.0/16,10.2.0.0/99' })).toHaveLength(1);
  });
});
