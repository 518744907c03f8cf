import { BlockList, isIP, isIPv6 } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { ServiceProblem } from '../services/problem.ts';
import { addressOf } from './address.ts';
import type { Env } from './environment.ts';

const family = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** `10.1.0.0/16`, `2001:db8::/32`, or one address. @returns undefined where it is none of these */
export function networkOf(text: string): { readonly address: string; readonly bits: number } | undefined {
  const [address = '', length, ...more] = text.trim().split('/');
  const most = isIPv6(address) ? 128 : 32;
  const bits = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) : -1;
  return isIP(address) && more.length === 0 && bits >= 0 && bits <= most ? { address, bits } : undefined;
}

/** An address as a proxy writes it: with a port, in brackets, with a zone, or an IPv4 one inside of IPv6. */
function plain(address: string): string {
  const bare = /^\[([^\]]+)\](:\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
  return bare.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
}

/** Whether an address lies in one of the networks. */
export function networkList(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const one of networks) {
    const network = networkOf(one);
    if (!network) throw new Error('not a network');
    list.addSubnet(network.address, network.bits, family(network.address));
  }
  return (address) => {
    const bare = plain(address);
    return isIP(bare) !== 0 && list.check(bare, family(bare));
  };
}

/** Lets through whoever comes from one of the networks; all where none is named. */
export function onlyFrom(networks: readonly string[], trustedProxies: number): MiddlewareHandler<Env> {
  const isAllowed = networkList(networks);
  return async (c, next) => {
    if (networks.length > 0 && !isAllowed(addressOf(c, trustedProxies))) throw new ServiceProblem('network-not-allowed');
    await next();
  };
}
