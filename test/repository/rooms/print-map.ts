import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Room, type Rooms, readRooms } from './rooms.ts';

/** The table of rooms as README § Map shows it. */
export function mapOfRooms(rooms: Rooms): string {
  const short = (folder: string) => `\`${folder.replace(/^(packages|apps)\//, '').replace('/src', '')}\``;
  const row = (room: Room) => {
    const uses = [...room.mayUse.map(short), ...(room.packages === 'any' ? ['any package'] : room.packages)].join(', ') || 'nothing';
    const never = [...(room.node ? [] : ['Node']), ...(room.apart ? ['each other'] : []), ...room.saysNever].join(', ');
    return `| \`${room.folder}\` | ${room.holds} | ${uses} | ${never} |`;
  };
  return ['| room | what it holds | may use | never |', '|---|---|---|---|', ...rooms.all.map(row)].join('\n');
}

/** `--write` puts it into the README, in the place of the table that stands there. */
if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '../../..');
  const map = mapOfRooms(readRooms(root));
  const readme = path.join(root, 'README.md');
  const written = readFileSync(readme, 'utf8').replace(/^\| room \| what it holds[\s\S]*?\n(?!\|)/m, `${map}\n`);
  if (process.argv.includes('--write')) writeFileSync(readme, written);
  else console.log(map);
}
