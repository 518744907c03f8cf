/** Somebody outside did not answer in time; what it was about is not said. */
export class TookTooLong extends Error {
  constructor() {
    super('took too long');
    this.name = 'TookTooLong';
  }
}

/**
 * Waits for somebody outside, and no longer: also where the signal is not listened to.
 * @param ms milliseconds
 * @throws TookTooLong
 */
export function within<T>(ms: number, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      stop.abort();
      reject(new TookTooLong());
    }, ms);
    ask(stop.signal)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
