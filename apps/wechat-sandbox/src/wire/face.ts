import type { World } from '../state/world.ts';
import { WireError } from './answer.ts';
import { requireJson, requireMethod, requireToken, type WireRequest } from './request-checks.ts';

/** `POST /cityservice/face/identify/getverifyid` (protocol §6.3). The order in which WeChat checks is not documented. */
export function getverifyid(request: WireRequest, world: World): object {
  requireMethod(request, 'POST');
  requireToken(request, world);
  const { out_seq_no, cert_info, openid } = requireJson(request);
  if (!out_seq_no) throw new WireError(84010);
  if (typeof out_seq_no !== 'string' || !/^[0-9A-Za-z_-]{5,32}$/.test(out_seq_no)) throw new WireError(84011);
  if (typeof cert_info !== 'object' || cert_info === null) throw new WireError(84012);
  const { cert_type, cert_name, cert_no } = cert_info as Record<string, unknown>;
  if (cert_type !== 'IDENTITY_CARD') throw new WireError(84013);
  if (typeof cert_name !== 'string' || cert_name.trim() === '') throw new WireError(84014);
  if (typeof cert_no !== 'string' || !isIdentityNumber(cert_no)) throw new WireError(84015);
  if (!openid) throw new WireError(84016);
  if (world.personas.byOpenid(String(openid)) === undefined) throw new WireError(40003);
  const check = world.faceChecks.begin({ outSeqNo: out_seq_no, openid: String(openid), name: cert_name, number: cert_no });
  if (check === undefined) throw new WireError(84019);
  return { errcode: 0, errmsg: 'ok', verify_id: check.verifyId, expires_in: 3600 };
}

/** `POST /cityservice/face/identify/queryverifyinfo` (protocol §6.4). For an id that never was, 84022 is taken: the page names none. */
export function queryverifyinfo(request: WireRequest, world: World): object {
  requireMethod(request, 'POST');
  requireToken(request, world);
  const { verify_id, out_seq_no, cert_hash, openid } = requireJson(request);
  if (!verify_id) throw new WireError(84021);
  if (!out_seq_no) throw new WireError(84010);
  if (!openid) throw new WireError(84016);
  const check = world.faceChecks.get(String(verify_id));
  if (check === undefined || world.faceChecks.expired(check)) throw new WireError(84022);
  if (check.openid !== openid) throw new WireError(84017);
  if (check.outSeqNo !== out_seq_no) throw new WireError(84020);
  if (check.certHash !== cert_hash) throw new WireError(84018);
  return { errcode: 0, errmsg: 'ok', verify_ret: world.faceChecks.resultOf(check) };
}

/** GB 11643's check digit: ISO 7064 MOD 11-2 over all eighteen places is 1. */
function isIdentityNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  let rest = 0;
  for (const digit of number) rest = (rest * 2 + (digit === 'X' ? 10 : Number(digit))) % 11;
  return rest === 1;
}
