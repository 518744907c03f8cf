import type { TracesConfig } from './traces/traces-to.ts';

/** Where spans go; undefined where nobody asked for them. */
export function tracesOf(env: Readonly<Record<string, string | undefined>>, problems: string[]): TracesConfig | undefined {
  const endpoint = env.OTEL_EXPORTER_OTLP_ENDPOINT?.trim();
  if (!endpoint) return undefined;
  if (!/^https?:$/.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : ''))
    problems.push('OTEL_EXPORTER_OTLP_ENDPOINT is not a URL');
  const share = Number(env.OTEL_TRACES_SAMPLER_ARG || 1);
  if (!(share >= 0 && share <= 1)) problems.push('OTEL_TRACES_SAMPLER_ARG is not a share from 0 to 1');
  return { endpoint, headers: headersOf(env.OTEL_EXPORTER_OTLP_HEADERS ?? '', problems), share };
}

/** `name=value` by comma, values percent-encoded, as OpenTelemetry writes them. */
function headersOf(given: string, problems: string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of given.split(',').filter(Boolean)) {
    const [, name = '', value = ''] = /^([\w-]{1,100})=([\x21-\x7e]{1,4000})$/.exec(entry.trim()) ?? [];
    try {
      if (!name) throw new URIError();
      found[name] = decodeURIComponent(value);
    } catch {
      problems.push('OTEL_EXPORTER_OTLP_HEADERS is not "name=value,name=value"');
    }
  }
  return found;
}

const HERE = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/** A span may be read on the way: nothing of a person is in it. What the collector asks for may not. */
export function passwordInTheClear(traces: TracesConfig | undefined): string[] {
  if (!traces || Object.keys(traces.headers).length === 0) return [];
  if (!URL.canParse(traces.endpoint)) return [];
  const { protocol, hostname } = new URL(traces.endpoint);
  return protocol === 'https:' || HERE.test(hostname)
    ? []
    : ['OTEL_EXPORTER_OTLP_HEADERS would be sent in the clear: OTEL_EXPORTER_OTLP_ENDPOINT is neither https nor on this machine'];
}
