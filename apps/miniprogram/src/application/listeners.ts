/** Who wants to know of a change. A listener that throws stops nobody else. */
export interface Listeners {
  add(listener: () => void): () => void;
  tell(): void;
}

export function makeListeners(): Listeners {
  const all = new Set<() => void>();
  return {
    add(listener) {
      all.add(listener);
      return () => {
        all.delete(listener);
      };
    },
    tell() {
      for (const listener of [...all]) listener();
    },
  };
}
