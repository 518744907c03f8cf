import type { WeappFiles } from './weapp-files.ts';

const HOST = /(?:https?|wss?):\/\/((?:[a-z0-9-]+\.)+[a-z0-9-]+)/gi;

/** Every host that the shipped files name, and the files that name it. WeChat lets a mini-program call only listed ones. */
export function namedHosts({ shipped, read }: WeappFiles): Map<string, string[]> {
  const hosts = new Map<string, string[]>();
  for (const file of shipped.filter((one) => /\.(js|wxs|wxss|wxml|json)$/.test(one))) {
    for (const host of new Set([...read(file).matchAll(HOST)].map(([, name = '']) => name.toLowerCase()))) {
      hosts.set(host, [...(hosts.get(host) ?? []), file]);
    }
  }
  return hosts;
}

/** Hosts that only stand in error texts and namespaces of React, Taro and zod; nothing calls them. */
export const NAMED_BUT_NOT_CALLED: readonly string[] = [
  'reactjs.org',
  'react.dev',
  'fb.me',
  'www.w3.org',
  'github.com',
  'taro-docs.jd.com',
  'taro.com', // base for Taro's own URL parser
  'docs.taro.zone',
  'json-schema.org',
  'developers.weixin.qq.com',
];
