import { staffApi } from '@assist/contracts';
import { askArchive } from '../services/archive/ask.ts';
import { archivePart, listArchives } from '../services/archive/read.ts';
import type { Staff } from '../services/staff/who.ts';
import { Answer, type Handle } from './mount.ts';

const OK = 200;
const api = staffApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Staff>) => void;

/** Files that leave the system: asked for with the reason, fetched by who asked, gone after a day. */
export function staffArchiveRoutes(on: On): void {
  on(api.archives, ({ ctx, who }) => listArchives(ctx, who));
  on(api.askArchive, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await askArchive(ctx, who, params.archiveId, body);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.archivePart, ({ ctx, who, params }) => archivePart(ctx, who, params.archiveId, Number(params.seq)));
}
