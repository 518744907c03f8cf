import { newId } from './new-id';
import { readSetting, writeSetting } from './settings';

const KEY = 'phone-id';
let asking: Promise<string> | undefined;

/** A random id of this phone, whoever uses it; it stays when somebody leaves. It says nothing but "the same phone" (kept at the server as a hash). */
export function phoneId(): Promise<string> {
  asking ??= (async () => {
    const kept = readSetting<string>(KEY);
    if (kept) return kept;
    const made = await newId();
    writeSetting(KEY, made);
    return made;
  })();
  return asking;
}
