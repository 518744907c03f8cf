import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { staffApi } from '@assist/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import { sampleRegister } from '../../reference/sample-register.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { emptyTables } from '../../test/empty-for-test.ts';
import { done, GUOFU, SUFEN } from '../../test/people.ts';
import { type Cells, csv, guofu, madeUpNumber, sendRegister, sufen } from '../../test/register-for-test.ts';
import { inTransaction } from '../in-transaction.ts';
import { checkImport } from './check-import.ts';
import { confirmImport } from './confirm-import.ts';
import { finishImport, finishLeftImports } from './finish-imports.ts';
import { writeBatch } from './write-batch.ts';

let bff: BffForTest;
let heli: Awaited<ReturnType<BffForTest['staff']>>;
beforeAll(async () => {
  bff = await bffForTest();
  heli = await bff.staff('sample-heli');
});
afterEach(async () => {
  await emptyTables(bff.sql, ['case_files', 'register_imports', 'outbox']);
  await bff.sql`update office_areas set office_id = division_code where division_code = '500107002'`;
});
afterAll(() => bff.close());

const send = (content: string | Uint8Array, session = heli.session) => sendRegister(bff, session, content);
const problemsOf = async (rows: readonly Cells[]) => {
  const view = done(await send(csv(rows)));
  return { would: view.would, problems: view.problems };
};
async function write(rows: readonly Cells[], one = heli) {
  bff.pass(1000);
  const { importId } = done(await send(csv(rows), one.session));
  done(await one.call(staffApi.confirmImport, { params: { importId } }));
  await bff.worker.drain();
  return done(await one.call(staffApi.import, { params: { importId } }));
}
const other = (change: Cells = {}) =>
  sufen({ 户编号: 'J0002', 户主: '陈一', 成员姓名: '陈一', 身份证号: madeUpNumber('1950-01-01', 2), 电话: '', ...change });
/** The same services as a command has them. */
const operator = () => compose(bff.config, 'test', () => '', { clock: bff.clock });

describe('读不了的文件', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['表格文件', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'import-unreadable'],
    ['编码认不出来', Uint8Array.from([0xff, 0xff, 0x80, 0x41]), 'import-unreadable'],
    ['一列也没有', '姓名,电话\r\n李素芬,1', 'import-columns'],
    ['引号没收尾', `${csv([sufen()])}\r\n"J3,`, 'import-unreadable'],
  ])('%s', async (_title, content, code) => {
    expect(await send(content)).toMatchObject({ ok: false, status: 422, problem: { code } });
    expect(await bff.sql`select from register_imports`).toHaveLength(0);
  });

  it('少了两列：说是哪两列', async () => {
    const columns = Object.keys(sufen()).filter((name) => name !== '镇街' && name !== '起始日期');
    expect(await send(csv([sufen()], columns))).toMatchObject({
      problem: {
        code: 'import-columns',
        fields: [
          { path: '镇街', sentence: '缺“镇街”这一列' },
          { path: '起始日期', sentence: '缺“起始日期”这一列' },
        ],
      },
    });
  });

  it('GB18030 的也读得对', async () => {
    // Only these characters, by their codes: Node encodes UTF-8 only.
    const text = csv([sufen({ 村社: '', 户主: '' })]);
    const bytes = gb18030(text);
    expect(done(await send(bytes))).toMatchObject({ encoding: 'gb18030', would: { add: 1 }, problems: [] });
  });
});

/** GB18030 by turning Node's decoder round. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) codes.set(decoder.decode(Uint8Array.from([high, low])), [high, low]);
  return Uint8Array.from([...text].flatMap((letter) => (letter < '\u0080' ? [letter.charCodeAt(0)] : (codes.get(letter) ?? []))));
}

describe('要再看一下的行', () => {
  it('别的镇街的户：说是哪个镇街的，别的户照样', async () => {
    const found = await problemsOf([sufen({ 镇街: '中山路街道' }), other()]);
    expect(found.would).toEqual({ add: 1, change: 0, same: 0, missing: 0 });
    expect(found.problems).toEqual([{ row: 2, column: '镇街', sentence: '这一行是中山路街道办事处的，不是本镇街的' }]);
  });

  it('没有这个镇街、还没接到这里的镇街', async () => {
    const found = await problemsOf([sufen({ 镇街: '桃花源里街道' }), other({ 镇街: '万州区高笋塘街道' })]);
    expect(found.problems.map((one) => one.sentence)).toEqual(['没有找到这个镇街', '这个镇街还没有接到这里']);
  });

  it('户编号在别的镇街名下：不抢过来', async () => {
    const yangfan = await bff.staff('sample-yangfan');
    await bff.sql`update office_areas set office_id = '500118001' where division_code = '500107002'`;
    // A township of 九龙坡 that another office handles: the same district, another office.
    await write([other({ 镇街: '500107002' })], yangfan);
    expect(await problemsOf([other()])).toEqual({
      would: { add: 0, change: 0, same: 0, missing: 0 },
      problems: [{ row: 2, column: '户编号', sentence: '这一户在中山路街道办事处名下；要转过来，先和那边办好' }],
    });
  });

  it('合并到别处的镇街：到现在办的那里', async () => {
    await bff.sql`update office_areas set office_id = '500107001' where division_code = '500107002'`;
    expect((await problemsOf([sufen({ 镇街: '500107002' })])).would.add).toBe(1);
  });

  it('一个人在文件里两户：两户都先放下', async () => {
    const found = await problemsOf([sufen(), guofu(), other(), other({ 成员姓名: '张国福', 与户主关系: '兄', 身份证号: GUOFU.number })]);
    expect(found).toEqual({
      would: { add: 0, change: 0, same: 0, missing: 0 },
      problems: [
        { row: 3, column: '证件号码', sentence: '这个人在第 5 行的另一户里也有' },
        { row: 5, column: '证件号码', sentence: '这个人在第 3 行的另一户里也有' },
      ],
    });
  });

  it('一个人已经在另一户的档上：放下；那一户在同一份里没有他了：可以', async () => {
    await write([sufen(), guofu()]);
    const withGuofu = [other(), other({ 成员姓名: '张国福', 与户主关系: '兄', 身份证号: GUOFU.number })];
    expect((await problemsOf(withGuofu)).problems).toEqual([{ row: 3, column: '证件号码', sentence: '这个人已经在另一户（J0001）的档上' }]);
    const moved = await write([...withGuofu, sufen()]);
    expect(moved).toMatchObject({ would: { add: 1, change: 1 }, problems: [] });
    const rows = await bff.sql`select register_number, array_agg(member_id order by member_id) as members from case_members
      join case_files on id = case_id where left_on is null group by 1 order by 1`;
    expect([...rows]).toEqual([
      { register_number: 'J0001', members: ['m1'] },
      { register_number: 'J0002', members: ['m1', 'm2'] },
    ]);
  });

  it('两个镇街各送一份，先看都没事；先写的那一份算数，后一份说明', async () => {
    const yangfan = await bff.staff('sample-yangfan');
    const mine = done(await send(csv([sufen()])));
    const theirs = done(await send(csv([sufen({ 户编号: 'Y1', 镇街: '中山路街道' })]), yangfan.session));
    bff.pass(1000);
    for (const [one, importId] of [
      [heli, mine.importId],
      [yangfan, theirs.importId],
    ] as const) {
      done(await one.call(staffApi.confirmImport, { params: { importId } }));
      await bff.worker.drain();
    }
    expect(await bff.sql`select from case_members where number_hash is not null`).toHaveLength(1);
    const late = done(await yangfan.call(staffApi.import, { params: { importId: theirs.importId } }));
    expect(late).toMatchObject({
      state: 'done',
      problemCount: 1,
      problems: [{ row: 2, sentence: '核对以后，这一户有人进了另一户的档，没有写' }],
    });
  });

  it.each<[string, readonly Cells[], string]>([
    ['没有户主', [guofu()], '这一户没有写户主的那一行'],
    ['两个户主', [sufen(), guofu({ 与户主关系: '户主' })], '这一户写了两个户主'],
    ['同一个人写两次', [sufen(), sufen()], '这个人写了两次；还有别的待遇的，另写一行待遇'],
    ['一家两个镇街', [sufen(), guofu({ 镇街: '谢家湾街道' })], '同一户，前面的行写得不一样'],
    ['一户两个金额', [sufen(), guofu({ '每月金额(元)': '1' })], '同一户的金额，前面的行写得不一样'],
    ['渐退期只写了起', [sufen({ 渐退期起: '2026-09-01' })], '渐退期的起和止要一起写'],
    ['渐退期倒过来', [sufen({ 渐退期起: '2026-09-01', 渐退期止: '2026-08-01' })], '在渐退期起的那天或之前'],
    ['没有金额', [sufen({ '每月金额(元)': '' })], '“低保”没有写金额'],
    ['出生以前见过面', [sufen({ 上次见面: '1960-01-01' })], '早于出生日期'],
    ['户主名字对不上', [sufen({ 户主: '李四' })], '和户主那一行的姓名不一样'],
  ])('%s', async (_title, rows, sentence) => {
    const found = await problemsOf(rows);
    expect(found.problems.map((one) => one.sentence)).toContain(sentence);
    expect(found.would.add).toBe(0);
  });

  it('公式、引号和换行的格子：不进档，也不弄乱别的户', async () => {
    const found = await problemsOf([sufen({ 成员姓名: '=HYPERLINK("http://x","点")', 户主: '' }), other({ 村社: '样例一社区,二组' })]);
    expect(found.problems).toEqual([{ row: 2, column: '成员姓名', sentence: '认不出来，或有不该有的符号' }]);
    expect(found.would.add).toBe(1);
    const twoLines = await problemsOf([other({ 村社: '样例\n一社区' }), sufen()]);
    // Two lines in a cell are one row: the next household is row 3.
    expect(twoLines.problems).toEqual([{ row: 2, column: '村社', sentence: '认不出来，或有不该有的符号' }]);
  });

  it('说的话里、日志里都没有身份证号', async () => {
    await write([sufen(), guofu()]);
    const view = done(await send(csv([sufen({ 户编号: 'J9' }), guofu({ 户编号: 'J9', 身份证号: '500107196001010013' })])));
    expect(view.problemCount).toBeGreaterThan(0);
    expect(JSON.stringify(view)).not.toMatch(/50010719/);
    expect(JSON.stringify(bff.lines)).not.toContain(SUFEN.number);
  });
});

describe('写到一半', () => {
  const register = (households: number) => Buffer.from(sampleRegister({ households, seed: 3, day: '2026-11-22' as never }));
  const count = async () => Number((await bff.sql`select count(*) as n from case_files`)[0]?.n);

  it('一批里断了：那一批没写，接着写不重不漏', { timeout: 120_000 }, async () => {
    const { context, connection } = operator();
    try {
      const who = { operator: 'test' };
      const { view } = await checkImport(context, who, { importId: randomUUID(), bytes: register(600) });
      await confirmImport(context, who, view.importId);
      expect(await writeBatch(context, view.importId)).toBe(true);
      expect(await count()).toBe(250);
      await expect(
        inTransaction(context, async (tx) => {
          await writeBatch(tx, view.importId);
          throw new Error('killed');
        }),
      ).rejects.toThrow('killed');
      expect(await count()).toBe(250);
      // Two take it up at once: one waits for the other, none writes twice.
      await Promise.all([finishLeftImports(context), finishImport(context, view.importId), bff.worker.drain()]);
      expect(await count()).toBe(600);
      expect(Number((await bff.sql`select count(*) as n from case_events`)[0]?.n)).toBe(600);
      expect((await bff.sql`select state, done, adds from register_imports`)[0]).toEqual({ state: 'done', done: 600, adds: 600 });
      expect(await bff.sql`select from register_import_rows`).toHaveLength(0);
    } finally {
      await connection.close();
    }
  });

  it('命令写到一半被杀：再来一次，都在，一户不多', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'assist-register-'));
    const file = path.join(folder, 'register.csv');
    writeFileSync(file, register(400));
    const run = (killAt?: RegExp) =>
      new Promise<{ said: string; code: number | null }>((resolve) => {
        const child = fork(new URL('../../cases.ts', import.meta.url), ['import', '--yes', file], {
          env: { ...process.env, ...bff.environment },
          silent: true,
          execArgv: [],
        });
        let said = '';
        for (const out of [child.stdout, child.stderr])
          out?.on('data', (text) => {
            said += String(text);
            if (killAt?.test(said)) child.kill('SIGKILL');
          });
        child.once('exit', (code) => resolve({ said, code }));
      });
    try {
      expect((await run(/写了 250 /)).code).toBeNull();
      const half = await count();
      expect(half).toBeGreaterThanOrEqual(250);
      const again = await run();
      // What was left is written first; then the file has nothing new.
      expect(again).toMatchObject({ code: 0 });
      expect(again.said).toContain('新增 0 户，改 0 户，一样 400 户');
      expect(await count()).toBe(400);
      expect(Number((await bff.sql`select count(*) as n from case_events`)[0]?.n)).toBe(400);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('写不下去的：说停了，人可以再送一次', async () => {
    const { importId } = done(await send(csv([sufen(), guofu()])));
    done(await heli.call(staffApi.confirmImport, { params: { importId } }));
    // Given up after so many tries.
    await bff.sql`update outbox set done_at = now(), outcome = 'given up' where kind = 'write-register-import'`;
    await bff.worker.chores();
    expect(done(await heli.call(staffApi.import, { params: { importId } })).state).toBe('stopped');
    expect((await write([sufen(), guofu()])).state).toBe('done');
  });
});
