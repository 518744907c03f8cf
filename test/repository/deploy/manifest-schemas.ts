import { z } from 'zod';

// The part of the compose specification and of Kubernetes' API that our manifests use, strict: a key that is not here is a typing mistake
// or something new to look up. Not the whole schemas: those come with the tools that apply them.

const name = z.string().regex(/^[a-z][a-z0-9-]*$/);
const shared = { image: name, restart: z.enum(['no', 'unless-stopped']), read_only: z.literal(true).optional() };
const condition = z.strictObject({ condition: z.enum(['service_completed_successfully', 'service_healthy']) });
export const composeFile = z.strictObject({
  name,
  services: z.record(
    name,
    z.strictObject({
      ...shared,
      build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
      command: z.array(z.string()).optional(),
      env_file: z.array(z.string()).optional(),
      volumes: z.array(z.string().regex(/^[a-z]+:\/[a-z]+$/)).optional(),
      depends_on: z.record(name, condition).optional(),
      stop_grace_period: z
        .string()
        .regex(/^\d+s$/)
        .optional(),
      deploy: z.strictObject({ replicas: z.int().positive() }).optional(),
      ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/)).optional(),
      tmpfs: z.array(z.string()).optional(),
      cap_drop: z.tuple([z.literal('ALL')]).optional(),
      healthcheck: z.strictObject({ test: z.array(z.string()), interval: z.string(), timeout: z.string(), retries: z.int() }).optional(),
    }),
  ),
  volumes: z.record(name, z.strictObject({})),
});

const labels = z.record(z.string(), z.string());
const meta = z.strictObject({ name, labels: labels.optional() });
const quantity = z.string().regex(/^\d+(m|Mi|Gi)?$/);
const resources = z.strictObject({
  requests: z.strictObject({ cpu: quantity, memory: quantity }),
  limits: z.strictObject({ memory: quantity }),
});
const probe = z.strictObject({
  httpGet: z.strictObject({ path: z.string().startsWith('/'), port: name }),
  periodSeconds: z.int(),
  timeoutSeconds: z.int(),
  failureThreshold: z.int().optional(),
});
const container = z.strictObject({
  name,
  image: name,
  command: z.array(z.string()).optional(),
  envFrom: z
    .array(z.union([z.strictObject({ configMapRef: z.strictObject({ name }) }), z.strictObject({ secretRef: z.strictObject({ name }) })]))
    .optional(),
  ports: z.array(z.strictObject({ name, containerPort: z.int().min(1).max(65_535) })).optional(),
  readinessProbe: probe.optional(),
  livenessProbe: probe.optional(),
  lifecycle: z.strictObject({ preStop: z.strictObject({ exec: z.strictObject({ command: z.array(z.string()) }) }) }).optional(),
  volumeMounts: z.array(z.strictObject({ name, mountPath: z.string().startsWith('/') })).optional(),
  securityContext: z.strictObject({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.strictObject({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  resources,
});
const pod = z.strictObject({
  metadata: z.strictObject({ labels, annotations: labels.optional() }),
  spec: z.strictObject({
    restartPolicy: z.literal('Never').optional(),
    terminationGracePeriodSeconds: z.int().optional(),
    automountServiceAccountToken: z.literal(false),
    securityContext: z.strictObject({
      runAsNonRoot: z.literal(true),
      runAsUser: z.int().positive(),
      runAsGroup: z.int().positive(),
      fsGroup: z.int().positive(),
      seccompProfile: z.strictObject({ type: z.literal('RuntimeDefault') }),
    }),
    containers: z.tuple([container]),
    volumes: z.array(z.strictObject({ name, emptyDir: z.strictObject({}) })).optional(),
  }),
});
const selector = z.strictObject({ matchLabels: labels });
const claim = z.strictObject({
  metadata: meta,
  spec: z.strictObject({
    accessModes: z.tuple([z.literal('ReadWriteOnce')]),
    resources: z.strictObject({ requests: z.strictObject({ storage: quantity }) }),
  }),
});
const kind = <K extends string, S extends z.ZodRawShape>(apiVersion: string, kindName: K, more: S) =>
  z.strictObject({ apiVersion: z.literal(apiVersion), kind: z.literal(kindName), metadata: meta, ...more });

export const kubernetesObject = z.discriminatedUnion('kind', [
  kind('v1', 'ConfigMap', { data: z.record(z.string(), z.string()) }),
  kind('v1', 'Secret', { type: z.literal('Opaque'), stringData: z.record(z.string(), z.string()) }),
  kind('batch/v1', 'Job', { spec: z.strictObject({ backoffLimit: z.int(), template: pod }) }),
  kind('apps/v1', 'Deployment', {
    spec: z.strictObject({
      replicas: z.int().positive(),
      selector,
      strategy: z
        .strictObject({
          type: z.literal('RollingUpdate'),
          rollingUpdate: z.strictObject({ maxUnavailable: z.int(), maxSurge: z.int() }),
        })
        .optional(),
      template: pod,
    }),
  }),
  kind('apps/v1', 'StatefulSet', {
    spec: z.strictObject({
      replicas: z.int().positive(),
      serviceName: name,
      podManagementPolicy: z.literal('Parallel'),
      selector,
      template: pod,
      volumeClaimTemplates: z.array(claim),
    }),
  }),
  kind('v1', 'Service', {
    spec: z.strictObject({
      clusterIP: z.literal('None').optional(),
      selector: labels,
      ports: z.array(z.strictObject({ name, port: z.int(), targetPort: name })),
    }),
  }),
  kind('policy/v1', 'PodDisruptionBudget', { spec: z.strictObject({ minAvailable: z.int(), selector }) }),
]);
export type KubernetesObject = z.infer<typeof kubernetesObject>;
