/** Away for so long, and the next look asks for the code; milliseconds. */
export const AWAY_MS = 10 * 60_000;
/** So often it may be wrong on this phone; then the server decides, or the last six of one's own paper. */
export const TRIES = 5;

/** WeChat's numbers for coming in from a message: a subscribe message, a service notice. */
const FROM_MESSAGE: readonly number[] = [1014, 1043, 1107];

/** Whether somebody who looks now is asked for the code first. @param lastSeen milliseconds; nothing where it was never noted */
export const asksNow = (now: number, lastSeen: number | undefined, scene: number | undefined): boolean =>
  (scene !== undefined && FROM_MESSAGE.includes(scene)) || lastSeen === undefined || now - lastSeen >= AWAY_MS || now < lastSeen;
