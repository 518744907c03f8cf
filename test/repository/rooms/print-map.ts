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

if (import.meta.main) console.log(mapOfRooms(readRooms(path.resolve(import.meta.dirname, '../../..'))));
