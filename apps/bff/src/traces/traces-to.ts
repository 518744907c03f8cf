import { noTraces, type Traces } from './span.ts';

export interface TracesConfig {
  /** A collector's OTLP over HTTP; `/v1/traces` is added. */
  readonly endpoint: string;
  /** What it asks for, e.g. an authorization. */
  readonly headers: Readonly<Record<string, string>>;
  /** Which share of the traces is sent, 0 to 1. */
  readonly share: number;
}

/** Where the spans of a process go. The library is loaded only where somebody asked for them. */
export async function tracesTo(config: TracesConfig | undefined, service: string): Promise<Traces> {
  if (!config) return noTraces;
  const { otlpTraces } = await import('./otlp-traces.ts');
  return otlpTraces(config, service);
}
