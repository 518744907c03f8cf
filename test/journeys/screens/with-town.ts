import { setup } from '../../setup/database.ts';
import { startTown, type Town } from '../_town/town.ts';

/** A whole system outside of vitest, with a database of its own, and nothing of it left afterwards. */
export async function withTown(act: (town: Town) => Promise<void>): Promise<void> {
  const stopDatabase = await setup();
  try {
    const town = await startTown();
    try {
      await act(town);
    } finally {
      await town.close();
    }
  } finally {
    await stopDatabase();
  }
}
