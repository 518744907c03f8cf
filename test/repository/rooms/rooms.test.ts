import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkFile, sourceFiles } from './check-rooms.ts';
import { mapOfRooms } from './print-map.ts';
import { readRooms } from './rooms.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const rooms = readRooms(root);
const said = (file: string, text: string) => checkFile(file, text, rooms).map(({ what }) => what);

const mustNotBe: [file: string, text: string, because: string][] = [
  ['packages/policy/src/a.ts', 'export const now = () => new Date();', 'never uses Date'],
  ['packages/policy/src/a.ts', 'export type Day = { at: Date };', 'never uses Date'],
  ['packages/policy/src/a.ts', 'export const luck = () => Math.random();', 'never uses Math.random'],
  ['packages/policy-chongqing/src/a.ts', 'export const f = new Intl.NumberFormat();', 'never uses Intl'],
  ['packages/policy-chongqing/src/a.ts', 'console.log(1);', 'never uses console'],
  ['packages/policy/src/a.ts', "import { readFileSync } from 'node:fs';", 'never uses Node'],
  ['packages/policy/src/a.ts', "import * as z from 'zod/mini';", 'may not use the package zod'],
  ['packages/policy/src/a.ts', "import { x } from '@assist/policy-chongqing';", 'may not use packages/policy-chongqing'],
  ['packages/contracts/src/a.ts', 'export const ask = () => fetch("/");', 'never uses fetch'],
  ['packages/contracts/src/a.ts', "import Taro from '@tarojs/taro';", 'may not use the package @tarojs/taro'],
  ['packages/wechat/src/a.ts', "import type { X } from '@assist/contracts';", 'may not use packages/contracts'],
  ['apps/bff/src/http/a.ts', "import { db } from '../db/connect.ts';", 'may not use apps/bff/src/db'],
  ['apps/bff/src/http/a.ts', "import type { Db } from '../db/connect.ts';", 'may not use apps/bff/src/db'],
  ['apps/bff/src/http/a.ts', "import { all } from '@assist/policy';", 'may not use packages/policy'],
  ['apps/bff/src/http/a.ts', "const w = await import('@assist/wechat');", 'may not use packages/wechat'],
  ['apps/bff/src/services/a.ts', "import { Hono } from 'hono';", 'may not use the package hono'],
  ['apps/bff/src/services/a.ts', 'export const f = (r: Request) => r;', 'never uses Request'],
  ['apps/bff/src/services/a.ts', 'export const url = process.env.DATABASE_URL;', 'never uses process.env'],
  ['apps/bff/src/jobs/a.ts', "import { sql } from 'drizzle-orm';", 'may not use the package drizzle-orm'],
  ['apps/bff/src/services/a.ts', "import { x } from '@assist/wechat-sandbox';", 'may not use apps/wechat-sandbox'],
  ['apps/miniprogram/src/pages/home/a.tsx', "import { x } from '../mine/part';", 'uses mine beside it'],
  ['apps/miniprogram/src/pages/home/a.tsx', "import { x } from '@/pages/mine/part';", 'uses mine beside it'],
  ['apps/miniprogram/src/pages/home/a.tsx', "import Taro from '@tarojs/taro';\nTaro.request({ url: '' });", 'never uses Taro.request'],
  ['apps/miniprogram/src/components/a.tsx', "import { setStorageSync } from '@tarojs/taro';", 'never uses Taro.setStorageSync'],
  ['apps/miniprogram/src/application/a.ts', "import Taro from '@tarojs/taro';\nawait Taro.login();", 'never uses Taro.login'],
  ['apps/miniprogram/src/components/a.ts', 'window.print();', 'never uses window'],
  ['apps/desk/src/features/queue/a.tsx', "import { x } from '../case/part.tsx';", 'uses case beside it'],
  ['apps/desk/src/features/queue/a.tsx', "import { assess } from '@assist/policy-chongqing';", 'may not use packages/policy-chongqing'],
  ['apps/desk/src/features/queue/a.tsx', "import { x } from '../case/_inner/part.tsx';", 'uses case beside it'],
  ['apps/desk/src/components/a.tsx', "import { x } from '../platform/_inner/part.tsx';", 'is private to apps/desk/src/platform'],
  ['apps/policy-cli/src/a.ts', "import { z } from 'zod';", 'may not use the package zod'],
  ['packages/policy/src/a.ts', "import { x } from '../../policy-chongqing/src/index.ts';", 'by the back door'],
  ['test/journeys/a.test.ts', "import { x } from '../../apps/bff/src/services/a.ts';", 'by the back door'],
  ['test/journeys/a.test.ts', "import { x } from '@assist/bff/src/services/a.ts';", 'is no published entry'],
  ['apps/new/src/a.ts', '', 'lies in no room'],
];

test.each(mustNotBe)('%s 里不许写：%s', (file, text, because) => {
  expect(said(file, text).join('\n')).toContain(because);
});

const mayBe: [file: string, text: string][] = [
  ['packages/policy/src/a.ts', 'export const f = (document: { Date: string }) => document.Date;'],
  ['packages/policy/src/a.ts', "import { thing } from './units.ts';\n// new Date() is only a comment\nexport const s = 'Date';"],
  ['packages/policy-chongqing/src/a.ts', "import type { Clause } from '@assist/policy';"],
  ['packages/policy/src/a.test.ts', "import { readFileSync } from 'node:fs';\nexport const now = new Date();"],
  ['apps/miniprogram/src/components/a.h5.ts', 'window.print();'],
  ['apps/bff/src/http/a.ts', "import { apply } from '../services/application/apply.ts';"],
  ['apps/miniprogram/src/platform/a.ts', "import Taro from '@tarojs/taro';\nTaro.login();"],
  ['apps/miniprogram/src/pages/home/a.tsx', "import { x } from './part';\nimport { Page } from '@/components/page';"],
];

test.each(mayBe)('%s 里可以写：%s', (file, text) => {
  expect(said(file, text)).toEqual([]);
});

test('现有的每个源文件都守房间的规矩', () => {
  const files = sourceFiles(root);
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap((file) => checkFile(file, readFileSync(path.join(root, file), 'utf8'), rooms))).toEqual([]);
}, 120_000);

test('README 的 Map 与房间表一字不差', () => {
  expect(readFileSync(path.join(root, 'README.md'), 'utf8')).toContain(mapOfRooms(rooms));
});
