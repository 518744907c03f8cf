import { serve } from '@hono/node-server';
import { type Page, pageServer } from './page.ts';

/** Both pages in one process. What it serves comes as JSON: it has no settings of its own. */
const pages = JSON.parse(process.env.WEB_PAGES ?? '[]') as Page[];

const servers = pages.map((page) => {
  const { hostname, port } = new URL(page.address);
  return serve({ fetch: pageServer(page).fetch, port: Number(port), hostname });
});

process.once('SIGTERM', () => {
  for (const server of servers) {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  }
});
