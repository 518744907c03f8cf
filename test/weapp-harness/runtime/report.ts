import type { Report } from '../launch-types.ts';
import { sim, type TemplateNode } from './sim.ts';

/** What went on since the launch. */
export function report(): Report {
  const largest = sim.setDataLog.reduce((most, one) => (one.bytes > most.bytes ? one : most), { page: '', bytes: 0 });
  return {
    errors: sim.errors,
    warnings: [...new Set(sim.warnings)],
    violations: sim.violations,
    missingApis: [...sim.missingApis],
    unknownNames: [...sim.unknownNames],
    unknownTemplates: unknownTemplates(),
    functionCtorCalls: sim.functionCtorCalls,
    setData: {
      n: sim.setDataLog.length,
      max: largest.bytes,
      total: sim.setDataLog.reduce((sum, one) => sum + one.bytes, 0),
      largestOn: largest.page,
    },
    loadedSubs: sim.loadedSubs,
    calls: sim.calls.map((call) => call.name),
  };
}

/** Taro draws by templates named after the element; WeChat shows nothing for one that has none, and only warns. */
function unknownTemplates(): string[] {
  const known = new Set(sim.pkg.templateNames.map((name) => name.replace(/^tmpl_\d+_/, '')));
  const missing = new Set<string>();
  const look = (node: TemplateNode | undefined) => {
    if (node?.nn !== undefined && !known.has(node.nn)) missing.add(node.nn);
    node?.cn?.forEach(look);
  };
  for (const page of sim.pages) page.inst.data.root?.cn?.forEach(look);
  return [...missing];
}
