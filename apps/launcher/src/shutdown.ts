export type Stoppable = { stop(): Promise<unknown> };

/**
 * What was started, to be stopped in reverse order of its layer: what serves people first, the database last. A process that is
 * killed instead needs none of this: everything runs on a leash.
 */
export class Started {
  private readonly layers: Stoppable[][] = [];
  private stopping: Promise<void> | undefined;

  /** @param layer higher ones are stopped first, those of one layer together */
  add(layer: number, item: Stoppable): void {
    const there = this.layers[layer] ?? [];
    this.layers[layer] = [...there, item];
    if (this.stopping) void item.stop();
  }

  get isStopping(): boolean {
    return this.stopping !== undefined;
  }

  stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  private async stopAll(): Promise<void> {
    for (const layer of [...this.layers].reverse()) await Promise.all((layer ?? []).map((item) => item.stop()));
  }
}

/** Calls back once on Ctrl-C, a polite kill, a closed terminal, or when the first step that started us is gone. */
export function onEnd(callback: (signal: 'SIGINT' | 'SIGTERM') => void): void {
  let called = false;
  const once = (signal: 'SIGINT' | 'SIGTERM') => {
    if (called) return;
    called = true;
    callback(signal);
  };
  process.on('SIGINT', () => once('SIGINT'));
  process.on('SIGTERM', () => once('SIGTERM'));
  process.on('SIGHUP', () => once('SIGTERM'));
  process.on('disconnect', () => once('SIGTERM'));
  // The channel is there to notice its end only: it must not keep us alive.
  process.channel?.unref();
}
