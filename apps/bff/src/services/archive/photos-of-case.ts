import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { files } from '../../db/schema.ts';
import { photoIdsOfMeetings } from '../authentication/photo-ids.ts';
import type { Context } from '../context.ts';
import { filePlace } from '../file/receive.ts';

const ENDINGS = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'video/mp4': '.mp4',
  'video/quicktime': '.mov',
} as const;
const FROM = { application: '申请材料', change: '变化报告', authentication: '资格认证', visit: '走访', door: '入户' } as const;

interface FiledPhoto {
  readonly title: string;
  readonly ending: string;
  readonly moves: boolean;
  readonly bytes: Buffer;
}

/** Photos of a household, wherever they came with, the oldest first, as they were sent. */
export async function photosOfCase(tx: Context, one: { readonly id: string; readonly officeId: string }): Promise<FiledPhoto[]> {
  const found = (await tx.db.execute(sql`
    select f.id from files f join procedure_runs r on r.application_id = f.application_id where r.case_id = ${one.id}::uuid
    union select f.id from files f join changes c on c.id = f.subject_id and f.subject_kind = 'change' where c.case_id = ${one.id}::uuid
    union select f.id from files f join doors d on d.id = f.subject_id and f.subject_kind = 'door' where d.case_id = ${one.id}::uuid
  `)) as unknown as readonly { id: string }[];
  const ids = [...found.map((row) => row.id), ...(await photoIdsOfMeetings(tx, one.id))];
  if (ids.length === 0) return [];
  const rows = await tx.db
    .select()
    .from(files)
    .where(and(inArray(files.id, ids), eq(files.officeId, one.officeId)))
    .orderBy(asc(files.receivedAt), asc(files.id));
  const photos: FiledPhoto[] = [];
  for (const row of rows) {
    const sealed = await tx.files.read(row.storedAt);
    if (!sealed) throw new Error('a photo with a row has no bytes');
    photos.push({
      title: `${FROM[row.subjectKind ?? 'application']}，${dayInShanghai(row.receivedAt.getTime())} 收到`,
      ending: ENDINGS[row.mediaType],
      moves: row.mediaType.startsWith('video/'),
      bytes: tx.cipher.openBytes(filePlace(row.id), sealed),
    });
  }
  return photos;
}
