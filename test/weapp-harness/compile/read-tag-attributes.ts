const TAG = /<([a-z][a-z-]*)((?:\s+[^\s=<>/"']+(?:="[^"]*"|='[^']*')?)*)\s*\/?>/g;
const ATTRIBUTE = /\s([^\s=<>/"']+)(?==|\s|$)/g;
const NOT_A_PROPERTY = /^(bind|catch|capture|mut-bind|wx:|data-|data:|mark:|id$|class$|style$|slot$|hidden$)/;

/** Adds the attributes that a WXML file gives to each tag: the runtime's built-ins declare them as properties. */
export function readTagAttributes(wxml: string, found: Map<string, Set<string>>): void {
  for (const [, tag = '', attributes = ''] of wxml.matchAll(TAG)) {
    const set = found.get(tag) ?? new Set<string>();
    found.set(tag, set);
    for (const [, name = ''] of attributes.matchAll(ATTRIBUTE)) if (!NOT_A_PROPERTY.test(name)) set.add(name);
  }
}
