import { staffApi } from '@assist/contracts';

/** Which endpoint of the desk's API a request is for. */
export function matchEndpoint(method: string, path: string) {
  for (const endpoint of Object.values(staffApi)) {
    if (endpoint.method !== method) continue;
    const names: string[] = [];
    const shape = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      names.push(name);
      return '([^/]+)';
    });
    const found = new RegExp(`^${shape}$`).exec(path);
    if (found) return { endpoint, params: Object.fromEntries(names.map((n, i) => [n, found[i + 1] ?? ''])) as Record<string, string> };
  }
  return undefined;
}
