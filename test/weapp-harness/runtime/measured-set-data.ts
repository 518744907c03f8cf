import { component } from 'glass-easel-miniprogram-adapter';
import { sim } from './sim.ts';

type SetData = (this: { is: string }, data: Record<string, unknown>, done?: () => void) => void;

/** setData crosses a thread in WeChat: here it is serialised and measured, and complains of what WeChat complains of. */
export function measureSetData(): void {
  const prototype = component.ComponentCaller.prototype as unknown as { setData: SetData };
  const original = prototype.setData;
  prototype.setData = function (data, done) {
    for (const [key, value] of Object.entries(data)) {
      if (value === undefined) sim.warnings.push(`Setting data field "${key}" to undefined is invalid.`);
    }
    const json = JSON.stringify(data);
    sim.setDataLog.push({ page: this.is, bytes: new TextEncoder().encode(json).length });
    return original.call(this, JSON.parse(json), done);
  };
}
