import { type Context, isSpanContextValid, ROOT_CONTEXT, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import { type About, type Live, spansFrom, type Traces } from './span.ts';
import type { TracesConfig } from './traces-to.ts';

const TIMEOUT_MS = 5000;
/** Of a collector that is away: as many spans wait in memory, the rest is thrown away. No request ever waits for it. */
const MOST_WAITING = 4096;
const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT, consumer: SpanKind.CONSUMER } as const;

/**
 * Sends the spans of a process to a collector, in batches and beside the work. The resource says the process' name and nothing of the
 * machine. Nothing registers itself with the runtime: what makes no span by `Traces` is in no trace.
 * @param timeoutMs of one batch, and of the last one when the process ends
 */
export function otlpTraces({ endpoint, headers, share }: TracesConfig, service: string, timeoutMs = TIMEOUT_MS): Traces {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, headers: { ...headers }, timeoutMillis: timeoutMs });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter, maxQueueSize: MOST_WAITING, exportTimeoutMillis: timeoutMs })],
  });
  const tracer = provider.getTracer('assist');
  return {
    span: spansFrom((about, from) => liveSpan(tracer, from ? placeOf(from) : ROOT_CONTEXT, about)),
    close: () => provider.shutdown().catch(() => undefined),
  };
}

function liveSpan(tracer: Tracer, parent: Context, { name, kind, notes }: About): Live {
  const span = tracer.startSpan(name, { ...(kind && { kind: KINDS[kind] }), ...(notes && { attributes: notes }) }, parent);
  const { traceId, spanId, traceFlags } = span.spanContext();
  return {
    start: (about) => liveSpan(tracer, trace.setSpan(parent, span), about),
    call: (called) => void span.updateName(called),
    add: (more) => void span.setAttributes(more),
    broke: (what) => void span.setAttribute('error.type', what).setStatus({ code: SpanStatusCode.ERROR }),
    end: () => span.end(),
    carried: () => `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
  };
}

function placeOf(from: string): Context {
  const [, traceId = '', spanId = '', flags = ''] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(from) ?? [];
  const given = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(given) ? trace.setSpanContext(ROOT_CONTEXT, given) : ROOT_CONTEXT;
}
