import { residentApi, type StaffRole } from '@assist/contracts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { putCase, verify } from '../../test/case-for-test.ts';
import { done, GUOFU, resident, SUFEN } from '../../test/people.ts';
import { askToken, type CityForTest, cityForTest } from '../../test/platform-for-test.ts';

const PHONE = '13900001002';
/** What nobody but herself and those who handle her case may be told. */
const HERS = [SUFEN.name, SUFEN.number, PHONE];

export interface Caller {
  readonly name: string;
  readonly side: 'resident' | 'staff' | 'platform';
  readonly headers: Readonly<Record<string, string>>;
  /** Texts that may not come back to this caller. */
  readonly hidden: readonly string[];
  /** Ids that this caller was told. */
  readonly known: string[];
}

const CLERKS: Readonly<Partial<Record<string, StaffRole | 'elsewhere'>>> = {
  'sample-heli': 'handler',
  'sample-qinlan': 'supervisor',
  'sample-luowenjing': 'auditor',
  'sample-tangming': 'confirmer',
  'sample-jianghong': 'assistant',
  'sample-yangfan': 'elsewhere',
};

export interface FuzzTown {
  readonly bff: BffForTest;
  readonly callers: readonly Caller[];
  close(): Promise<void>;
}

/** Somebody with a case, an application and a draft; another one with none of it; every kind of clerk; another township's; other systems. */
export async function townToFuzz(): Promise<FuzzTown> {
  const city = await cityForTest();
  const bff = await bffForTest((config) => ({ ...config, platformClientsFile: city.file, platformPort: 0 }));
  const sufen = await resident(bff, 'sufen');
  const guofu = await resident(bff, 'guofu', GUOFU);
  await verify(bff, sufen.accountId);
  await verify(bff, guofu.accountId);
  const people = [{ ...SUFEN, phone: PHONE }];
  await putCase(bff, { people });
  const receipt = done(await sufen.submit());
  await bff.worker.drain();
  const inside = secretsOf(bff);
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const callers: Caller[] = [
    {
      name: 'her',
      side: 'resident',
      headers: bearer(sufen.accessToken),
      hidden: [...inside, guofu.refreshToken],
      known: [receipt.applicationId],
    },
    { name: 'another', side: 'resident', headers: bearer(guofu.accessToken), hidden: [...inside, ...HERS, sufen.refreshToken], known: [] },
    { name: 'nobody', side: 'resident', headers: {}, hidden: [...inside, ...HERS, GUOFU.number], known: [] },
    { name: 'nobody at the desk', side: 'staff', headers: {}, hidden: [...inside, ...HERS], known: [] },
  ];
  for (const [id, role] of Object.entries(CLERKS)) {
    const { session } = await bff.staff(id);
    const headers = { cookie: `desk_session=${session}`, 'x-requested-with': 'desk' };
    callers.push({ name: `${role}`, side: 'staff', headers, hidden: role === 'elsewhere' ? [...inside, ...HERS] : inside, known: [] });
  }
  for (const client of ['city', 'other-city'] as const) callers.push(await system(bff, city, client, inside));
  return {
    bff,
    callers,
    close: async () => {
      await bff.close();
      await city.close();
    },
  };
}

async function system(bff: BffForTest, city: CityForTest, client: string, inside: readonly string[]): Promise<Caller> {
  const { access_token: token } = (await (await askToken(bff, await city.assertion(bff, client))).json()) as { access_token: string };
  const hidden = client === 'city' ? inside : [...inside, ...HERS];
  return { name: client, side: 'platform', headers: { authorization: `Bearer ${token}` }, hidden, known: [] };
}

function secretsOf({ config }: BffForTest): string[] {
  const keys = [...config.hashKeys, ...config.fieldKeys, ...config.tokenKeys].map((key) => key.bytes);
  const written = keys.flatMap((key) => [key.toString('base64'), key.toString('base64url'), key.toString('hex')]);
  return [...written, config.databaseUrl, config.wechat.secret, config.oidc.clientSecret, config.filesDir];
}

/** What would end the caller for the rest of the run. */
export const LEFT_OUT: ReadonlySet<string> = new Set([residentApi.signOut.id, 'staffSignOut', 'closeAccount']);
