import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseConfig } from '@assist/bff';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { repositoryFiles, root } from '../repository-files.ts';
import { copiesOf, stagesOf } from './container-file.ts';
import { composeFile, type KubernetesObject, kubernetesObject } from './manifest-schemas.ts';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const files = repositoryFiles();
const containerFiles = files.filter((file) => path.basename(file) === 'Containerfile');
const manifests = files.filter((file) => /\/deploy\/kubernetes(\/[\w-]+)?\.yaml$/.test(file));
const compose = composeFile.parse(parse(read('apps/bff/deploy/compose.yaml')));
const objects: KubernetesObject[] = manifests.flatMap((file) =>
  parseAllDocuments(read(file)).map((one) => kubernetesObject.parse(one.toJS())),
);

/** Every variable that the configuration asks for, whatever the others say. */
function variablesRead(): string[] {
  const asked = new Set<string>();
  for (const given of [
    {},
    { NODE_ENV: 'production' },
    { FILES_S3_BUCKET: 'photos', METRICS_PORT: '9100', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector' },
  ]) {
    const environment = new Proxy<Record<string, string | undefined>>(given, {
      get: (target, name) => {
        asked.add(String(name));
        return target[String(name)];
      },
    });
    expect(() => parseConfig(environment)).toThrow('Configuration');
  }
  return [...asked].sort();
}
/** Production takes none of them from outside, or refuses them. */
const DEVELOPMENT = ['CONTACTS_FILE', 'CROSS_CHECK_FILE', 'WECHAT_API_BASE'];
const production = variablesRead().filter((name) => !DEVELOPMENT.includes(name));

describe('配置', () => {
  it('代码读的每一个变量，README 的表里都有；样例文件里不多不少', () => {
    expect(variablesRead().length).toBeGreaterThan(30);
    const table = [...read('README.md').matchAll(/^\| (`[A-Z_`, ]+`) \|/gm)].flatMap(([, names = '']) => names.match(/[A-Z0-9_]+/g) ?? []);
    const readme = new Set([...table, ...(read('README.md').match(/`[A-Z][A-Z0-9_]+`/g) ?? []).map((one) => one.slice(1, -1))]);
    expect(variablesRead().filter((name) => !readme.has(name))).toEqual([]);
    const example = [...read('apps/bff/deploy/assist.env.example').matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map(([, name = '']) => name);
    expect(example.sort()).toEqual(production);
  });

  it('Kubernetes 里写的变量都是代码读的；没有一个秘密写在文件里', () => {
    const names = objects.flatMap((one) =>
      one.kind === 'ConfigMap' ? Object.keys(one.data) : one.kind === 'Secret' ? Object.keys(one.stringData) : [],
    );
    expect(names.filter((name) => !production.includes(name))).toEqual([]);
    for (const one of objects) if (one.kind === 'Secret') expect(Object.values(one.stringData).join('')).toBe('');
    const secret = objects.flatMap((one) => (one.kind === 'Secret' ? Object.keys(one.stringData) : []));
    expect(production.filter((name) => /SECRET|KEYS?$|TOKEN|DATABASE_URL/.test(name) && !secret.includes(name))).toEqual([]);
  });

  it('一个空的环境缺什么，样例和 Kubernetes 里都有它的位置', () => {
    const missing = (() => {
      try {
        parseConfig({ NODE_ENV: 'production', FILES_S3_BUCKET: 'photos' });
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    })();
    const names = [...missing.matchAll(/([A-Z][A-Z0-9_]+) is missing/g)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(8);
    const placed = objects.flatMap((one) =>
      one.kind === 'ConfigMap' ? Object.keys(one.data) : one.kind === 'Secret' ? Object.keys(one.stringData) : [],
    );
    expect(names.filter((name) => !placed.includes(name))).toEqual([]);
  });
});

describe('容器', () => {
  it('每个要跑的都有一份', () => {
    expect(containerFiles.sort()).toEqual(['apps/bff', 'apps/desk', 'apps/miniprogram'].map((app) => `${app}/deploy/Containerfile`));
  });

  it.each(containerFiles)('%s：说明白从哪来、不是 root、没有秘密、拷的都在', (file) => {
    const stages = stagesOf(read(file));
    const [last] = stages.slice(-1);
    for (const stage of stages) {
      expect(stage[0]?.rest).toMatch(/^[a-z]+:\d[\w.-]*( AS \w+)?$/);
      expect(stage.filter(({ word }) => ['ADD', 'ARG', 'MAINTAINER'].includes(word))).toEqual([]);
      for (const { rest } of stage.filter(({ word }) => word === 'ENV')) expect(rest).not.toMatch(/KEY|SECRET|TOKEN|PASSWORD|URL/);
      for (const { from } of copiesOf(stage)) for (const one of from) expect(existsSync(path.join(root, one)), one).toBe(true);
      // The version that the repository itself is pinned to.
      for (const [, version] of stage.map(({ rest }) => /pnpm@([\d.]+)/.exec(rest) ?? []))
        if (version) expect(version).toBe(JSON.parse(read('package.json')).devDependencies.pnpm);
    }
    expect(last?.find(({ word }) => word === 'USER')?.rest).toMatch(/^(node|nginx)$/);
    const command = JSON.parse(last?.find(({ word }) => word === 'CMD')?.rest ?? 'null') as string[];
    expect(Array.isArray(command)).toBe(true);
    if (command[0] === 'node') expect(files).toContain(command[1]);
  });

  it('git 不收的，镜像也不收：填好了的 assist.env 也不收', () => {
    const listed = (file: string) =>
      read(file)
        .split('\n')
        .filter((line) => line && !line.startsWith('#'))
        .map((line) => line.replace(/^\*\*\/|^\/|\/$/g, ''));
    expect(listed('.gitignore')).toContain('*.env');
    expect(listed('.dockerignore').sort()).toEqual([...listed('.gitignore'), '.git'].sort());
  });

  it('网页能载入什么，和 npm start 时一样', () => {
    const launcher = read('apps/launcher/src/web/page.ts');
    for (const app of ['desk', 'miniprogram']) {
      const [, policy = ''] = /Content-Security-Policy "([^"]+)"/.exec(read(`apps/${app}/deploy/nginx.conf`)) ?? [];
      for (const part of policy.split('; ')) expect(launcher, part).toContain(part);
      expect(policy).toContain("script-src 'self';");
      // A weak line carries a third of the script, as it does at npm start.
      expect(read(`apps/${app}/deploy/nginx.conf`)).toMatch(/location \/ \{[^}]*gzip on;[^}]*gzip_types [^;]*application\/javascript/);
    }
  });
});

describe('compose 和 Kubernetes', () => {
  const images = containerFiles.map((file) => `assist-${file.split('/')[1]}`);
  const pods = objects.flatMap((one) => (one.kind === 'Deployment' || one.kind === 'StatefulSet' || one.kind === 'Job' ? [one] : []));

  it('用的镜像，都是这里的容器文件造的；命令里的文件都在', () => {
    const containers = [...Object.values(compose.services), ...pods.flatMap((one) => one.spec.template.spec.containers)];
    expect(containers.length).toBeGreaterThan(9);
    expect(containers.map(({ image }) => image).filter((image) => !images.includes(image))).toEqual([]);
    for (const { command } of containers) if (command) expect(files).toContain(command[1]);
    for (const { build } of Object.values(compose.services)) if (build) expect(containerFiles).toContain(build.dockerfile);
  });

  it('选的都选得到：标签、卷、口、配置的名字', () => {
    const of = <K extends KubernetesObject['kind']>(kind: K) =>
      objects.filter((one): one is Extract<KubernetesObject, { kind: K }> => one.kind === kind);
    const named = [...of('ConfigMap'), ...of('Secret')].map((one) => `${one.kind} ${one.metadata.name}`);
    for (const { kind, spec } of pods) {
      const [container] = spec.template.spec.containers;
      if (kind !== 'Job') expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
      for (const from of container.envFrom ?? [])
        expect(named).toContain('configMapRef' in from ? `ConfigMap ${from.configMapRef.name}` : `Secret ${from.secretRef.name}`);
      const volumes = [
        ...(spec.template.spec.volumes ?? []).map(({ name }) => name),
        ...(kind === 'StatefulSet' ? spec.volumeClaimTemplates.map(({ metadata }) => metadata.name) : []),
      ];
      expect((container.volumeMounts ?? []).map(({ name }) => name)).toEqual(volumes);
      const ports = (container.ports ?? []).map(({ name }) => name);
      for (const probe of [container.readinessProbe, container.livenessProbe]) if (probe) expect(ports).toContain(probe.httpGet.port);
    }
    for (const { metadata, spec } of of('Service')) {
      const behind = pods.find((one) => one.kind !== 'Job' && one.spec.template.metadata.labels.app === spec.selector.app);
      const ports = behind?.spec.template.spec.containers[0].ports?.map(({ name }) => name) ?? [];
      for (const { targetPort } of spec.ports) expect(ports, metadata.name).toContain(targetPort);
    }
    for (const { depends_on = {}, volumes = [] } of Object.values(compose.services)) {
      for (const other of Object.keys(depends_on)) expect(Object.keys(compose.services)).toContain(other);
      for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    }
  });

  it('收件的三台、办事的两台；接着的网页找得到它们', () => {
    expect(Object.fromEntries(pods.flatMap((one) => (one.kind === 'Job' ? [] : [[one.metadata.name, one.spec.replicas]])))).toMatchObject({
      'assist-http': 3,
      'assist-worker': 2,
    });
    for (const app of ['desk', 'miniprogram']) {
      const [, host = '', port = ''] = /proxy_pass http:\/\/([\w-]+):(\d+);/.exec(read(`apps/${app}/deploy/nginx.conf`)) ?? [];
      expect(Object.keys(compose.services)).toContain(host);
      const service = objects.find((one) => one.kind === 'Service' && one.metadata.name === host);
      expect(service?.kind === 'Service' && service.spec.ports.map((one) => String(one.port))).toContain(port);
    }
  });
});
