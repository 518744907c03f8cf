import type { Personas } from './personas.ts';

/** Somebody of whom the authority's database knows name and number; they need no phone. */
export interface RegisteredPerson {
  readonly name: string;
  /** False: the database does not know this number (10026). */
  readonly inDatabase: boolean;
}

export interface People {
  register(number: string, person: RegisteredPerson): void;
  /**
   * 10003 when the number belongs to another name, 10026 when it is said not to be in the database.
   * A number nobody registered is taken as it is given, so that a whole invented register need not be entered here.
   */
  disagree(name: string, number: string): 10003 | 10026 | undefined;
  clear(): void;
}

export function createPeople(personas: Personas): People {
  const registered = new Map<string, RegisteredPerson>();
  const known = (number: string): RegisteredPerson | undefined => {
    const persona = personas.list().find((one) => one.idNumber === number);
    return registered.get(number) ?? (persona && { name: persona.name, inDatabase: true });
  };
  return {
    register: (number, person) => void registered.set(number, person),
    disagree(name, number) {
      const person = known(number);
      if (person === undefined) return undefined;
      if (!person.inDatabase) return 10026;
      return person.name === name ? undefined : 10003;
    },
    clear: () => registered.clear(),
  };
}
