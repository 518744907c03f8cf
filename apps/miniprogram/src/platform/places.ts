import { type PlaceOption, type Result, residentApi } from '@assist/contracts';
import * as known from '@assist/places';
import type { DivisionCode } from '@assist/policy';
import { api } from './api';

const asked = new Map<string, Promise<Result<PlaceOption[]>>>();

/** Without a network, or where the server has a bad moment, from the tables that came with the app: a form can be filled in anywhere. Who is live is said when it is asked. */
const withoutNetwork = (answer: Result<PlaceOption[]>, table: readonly known.Division[]): Result<PlaceOption[]> =>
  !answer.ok && (answer.problem.status < 400 || answer.problem.status >= 500) && table.length > 0
    ? { ok: true, status: 200, data: table.map((one) => ({ ...one, live: true })) }
    : answer;

/** Asked for once; a problem is not remembered. */
function remember(key: string, ask: () => Promise<Result<PlaceOption[]>>): Promise<Result<PlaceOption[]>> {
  const known = asked.get(key);
  if (known) return known;
  const answer = ask().then((result) => {
    if (!result.ok) asked.delete(key);
    return result;
  });
  asked.set(key, answer);
  return answer;
}

/** Districts of Chongqing. */
export const districts = (): Promise<Result<PlaceOption[]>> =>
  remember('districts', async () => withoutNetwork(await api(residentApi.districts, {}), known.districts()));

/** Townships of a district. @param district six digits */
export const townships = (district: string): Promise<Result<PlaceOption[]>> =>
  remember(district, async () =>
    withoutNetwork(await api(residentApi.townships, { params: { district } }), known.townshipsOf(district as DivisionCode)),
  );

/** Name of a township as one says it: 九龙坡区 杨家坪街道. */
export async function placeName(code: string): Promise<string | undefined> {
  const [all, inside] = await Promise.all([districts(), townships(code.slice(0, 6))]);
  const district = all.ok ? all.data.find((d) => d.code === code.slice(0, 6))?.name : undefined;
  const township = inside.ok ? inside.data.find((t) => t.code === code)?.name : undefined;
  return district && township ? `${district} ${township}` : district;
}
