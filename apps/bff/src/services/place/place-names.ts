import type { Place } from '@assist/contracts';
import { fullName } from '@assist/places';

/** Names of the places that were written, by their code; a code nobody knows is left out. */
export function placeNames(places: readonly (Place | undefined)[]): Record<string, string> {
  const codes = places.flatMap((place) => (place?.kind === 'chongqing' ? [place.divisionCode] : []));
  return Object.fromEntries(codes.flatMap((code) => [[code, fullName(code)]].filter(([, name]) => name !== undefined)));
}
