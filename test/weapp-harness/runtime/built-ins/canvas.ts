import { type BuiltIn, type BuiltInSpec, builtInOf, element } from './built-in.ts';

/** What a page is given of `<canvas type="2d">`, as WeChat does: a node to draw on, no element of the browser. */
export interface CanvasNode {
  width: number;
  height: number;
  getContext(kind: string): unknown;
  toDataURL(type?: string, quality?: number): string;
  requestAnimationFrame(run: () => void): number;
}

const surfaces = new WeakMap<object, HTMLCanvasElement>();
const nodes = new WeakMap<BuiltIn, CanvasNode>();

export const canvas: BuiltInSpec = {
  create(component) {
    const surface = element('canvas');
    surface.style.cssText = 'display: block; width: 100%; height: 100%';
    component.control = surface;
    component.$$.appendChild(surface);
  },
};

/** The canvas that stands here; nothing where it is another component, or one of the old kind. */
export function canvasNode(found: Element | null | undefined): CanvasNode | null {
  const component = builtInOf(found);
  const surface = component?.control;
  if (component === undefined || !(surface instanceof HTMLCanvasElement) || component.data.type !== '2d') return null;
  const known = nodes.get(component);
  if (known) return known;
  const node: CanvasNode = {
    get width() {
      return surface.width;
    },
    set width(px) {
      surface.width = px;
    },
    get height() {
      return surface.height;
    },
    set height(px) {
      surface.height = px;
    },
    getContext: (kind) => (kind === '2d' ? surface.getContext('2d') : null),
    toDataURL: (type, quality) => surface.toDataURL(type, quality),
    requestAnimationFrame: (run) => requestAnimationFrame(run),
  };
  nodes.set(component, node);
  surfaces.set(node, surface);
  return node;
}

/** The surface behind a node that a page hands back. */
export const surfaceOf = (node: unknown): HTMLCanvasElement | undefined =>
  typeof node === 'object' && node !== null ? surfaces.get(node) : undefined;
