import type { Run } from './run.ts';
import type { Setting } from './setting.ts';
import type { Needs, Source, Values } from './source.ts';

/**
 * What a rule reads its declared names from. A name is a getter over a place in `held`, the same place for every rule: so all of them
 * read objects of one shape, and filling one is a store by number. Storing by name took longer than most rules do.
 */
class Holder {
  readonly held: unknown[] = [];
}

const places = new Map<string, number>();

function placeOf(name: string): number {
  const known = places.get(name);
  if (known !== undefined) return known;
  const place = places.size;
  places.set(name, place);
  Object.defineProperty(Holder.prototype, name, {
    get(this: Holder) {
      return this.held[place];
    },
  });
  return place;
}

interface Filling<Subject> {
  readonly place: number;
  readonly source: Source<Subject, unknown>;
}

/**
 * Makes the object a rule reads: the declared names, anything else is `undefined`. There is one for the life of the rule, filled anew
 * for every question, because building one each time costs more than most rules do. So nothing may keep it: a rule takes its values
 * out of it.
 */
export function valuesOf<Subject, N extends Needs<Subject>>(needs: N): (run: Run<Subject>) => Values<N> {
  const all = Object.entries(needs as Needs<Subject>).map(([name, source]): Filling<Subject> => ({ place: placeOf(name), source }));
  const dated = all.filter(({ source }) => source.ofSetting === true);
  const rest = all.filter(({ source }) => source.ofSetting !== true);
  const holder = new Holder();
  const { held } = holder;
  for (let place = 0; place < places.size; place++) held.push(undefined);
  let setting: Setting | undefined;
  return (run) => {
    if (run.setting !== setting) {
      for (const { place, source } of dated) held[place] = source.resolve(run);
      setting = run.setting;
    }
    for (let at = 0; at < rest.length; at++) {
      const { place, source } = rest[at] as Filling<Subject>;
      held[place] = source.resolve(run);
    }
    return holder as unknown as Values<N>;
  };
}
