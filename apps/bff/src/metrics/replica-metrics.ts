import { Counter, Gauge, type Registry } from 'prom-client';

export interface ReplicaMetrics {
  /** Counts a read that a replica might have served: undefined where it did, else why not. */
  counted(notServed: string | undefined): void;
  /** Says from now on what is found here. */
  watch(state: () => { readonly usable: boolean; readonly lag: { readonly seconds: number; readonly bytes: number } }): void;
}

/** Without a replica nothing is counted, and no series but those without a value are there. */
export function replicaMetrics(registers: Registry[]): ReplicaMetrics {
  let found: Parameters<ReplicaMetrics['watch']>[0] | undefined;
  const reads = new Counter({
    name: 'assist_replica_reads_total',
    help: 'Reads that a replica may serve, by who served them, and why where it was the primary.',
    labelNames: ['by', 'why'],
    registers,
  });
  const gauge = (name: string, help: string, value: (state: ReturnType<Parameters<ReplicaMetrics['watch']>[0]>) => number) =>
    new Gauge({
      name,
      help,
      labelNames: [],
      registers,
      collect() {
        if (found) this.set(value(found()));
        // A zero would say that all is well.
        else this.remove();
      },
    });
  gauge('assist_replica_usable', 'Whether the replica is read from at this moment.', ({ usable }) => Number(usable));
  gauge(
    'assist_replica_lag_seconds',
    'How long the replica has been behind the primary, as this process sees it.',
    ({ lag }) => lag.seconds,
  );
  gauge('assist_replica_lag_bytes', 'How much of the log it had not replayed when it was last seen.', ({ lag }) => lag.bytes);
  return {
    counted: (notServed) => reads.inc(notServed ? { by: 'primary', why: notServed } : { by: 'replica', why: 'shows-enough' }),
    watch: (state) => {
      found = state;
    },
  };
}
