import type { World } from '../state/world.ts';
import { WireError } from './answer.ts';
import { requireJson, requireMethod, requireToken, type WireRequest } from './request-checks.ts';

/**
 * `POST /wxa/business/getuserphonenumber` (protocol §4.2). Unlike a login code, a used phone code is 40029.
 * The page does not say which number a code of another person gets; 40029 is taken here, and the code stays usable.
 */
export function getuserphonenumber(request: WireRequest, world: World): object {
  requireMethod(request, 'POST');
  requireToken(request, world);
  const { code, openid } = requireJson(request);
  if (typeof code !== 'string' || code === '') throw new WireError(40029);
  const maker = world.personas.get(world.phoneCodes.peek(code) ?? '');
  if (openid !== undefined && maker !== undefined && maker.openid !== openid) throw new WireError(40029);
  const redeemed = world.phoneCodes.redeem(code, world.appid);
  if (redeemed.state === 'foreign') throw new WireError(40013);
  if (redeemed.state !== 'ok' || maker === undefined) throw new WireError(40029);
  const { phone, countryCode } = maker;
  return {
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: countryCode === '86' ? phone : `+${countryCode}${phone}`,
      purePhoneNumber: phone,
      countryCode,
      watermark: { timestamp: Math.floor(world.clock.now() / 1000), appid: world.appid },
    },
  };
}
