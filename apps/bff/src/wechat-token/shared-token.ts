import { setTimeout as pause } from 'node:timers/promises';
import type { StoredToken, TokenCache } from '@assist/wechat';
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { Database } from '../db/connect.ts';
import { wechatTokens } from '../db/schema.ts';

/** Longer than all tries of a request for a token take; whoever was killed meanwhile is not waited for any longer. */
const ASKED_SECONDS = 15;
const LOOK_AGAIN_MS = 150;
/** A person waits: rather two processes ask WeChat, which gives both the same token. */
const MOST_WAITED_MS = 5000;

/**
 * WeChat's access token for all processes on one database: kept there sealed, asked for by one of them at a time. What this process read
 * last stays in its memory, so that a call to WeChat costs no look into the database; a token that WeChat refuses is read anew.
 */
export function sharedToken(db: Database, cipher: FieldCipher): TokenCache {
  const memory = new Map<string, StoredToken>();
  const place = (appid: string) => `wechat-token:${appid}`;
  /** With the very bytes it was read from: only these may be taken away again. */
  const stored = async (appid: string): Promise<{ kept: StoredToken; sealed: Buffer } | undefined> => {
    const [row] = await db.select().from(wechatTokens).where(eq(wechatTokens.appid, appid));
    const sealed = row?.tokenSealed;
    if (!sealed || !row.expiresAt) return undefined;
    // Sealed with a key that was taken away: as if there were none.
    const token = attempt(() => cipher.openText(place(appid), sealed));
    return token === undefined ? undefined : { kept: { token, expiresAt: row.expiresAt.getTime() }, sealed };
  };
  return {
    async get(appid) {
      const kept = memory.get(appid) ?? (await stored(appid))?.kept;
      if (kept) memory.set(appid, kept);
      return kept;
    },
    async set(appid, { token, expiresAt }) {
      const values = { tokenSealed: cipher.seal(place(appid), token), expiresAt: new Date(expiresAt) };
      await db
        .insert(wechatTokens)
        .values({ appid, ...values })
        .onConflictDoUpdate({ target: wechatTokens.appid, set: values });
      memory.set(appid, { token, expiresAt });
    },
    async delete(appid, refused) {
      if (memory.get(appid)?.token === refused) memory.delete(appid);
      const held = await stored(appid);
      if (held?.kept.token !== refused) return;
      // Another process may put a new one between the look and this: what is taken away is what was looked at, or nothing.
      await db
        .update(wechatTokens)
        .set({ tokenSealed: null, expiresAt: null })
        .where(and(eq(wechatTokens.appid, appid), eq(wechatTokens.tokenSealed, held.sealed)));
    },
    async alone(appid, work) {
      const mine = await takeTurn(db, appid);
      // What the others have got meanwhile is in the database, not here.
      memory.delete(appid);
      try {
        return await work();
      } finally {
        if (mine) await db.update(wechatTokens).set({ askedUntil: null }).where(eq(wechatTokens.appid, appid));
      }
    },
  };
}

/** @returns false where it was waited for too long: then without a turn */
async function takeTurn(db: Database, appid: string): Promise<boolean> {
  await db.insert(wechatTokens).values({ appid }).onConflictDoNothing();
  for (let waited = 0; waited < MOST_WAITED_MS; waited += LOOK_AGAIN_MS) {
    const [turn] = await db
      .update(wechatTokens)
      .set({ askedUntil: sql`now() + make_interval(secs => ${ASKED_SECONDS})` })
      .where(and(eq(wechatTokens.appid, appid), or(isNull(wechatTokens.askedUntil), lt(wechatTokens.askedUntil, sql`now()`))))
      .returning({ appid: wechatTokens.appid });
    if (turn) return true;
    await pause(LOOK_AGAIN_MS);
  }
  return false;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
