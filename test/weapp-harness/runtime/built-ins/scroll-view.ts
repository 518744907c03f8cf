import { type BuiltInSpec, fire, isOn } from './built-in.ts';

const DEFAULT_THRESHOLD = 50;

export const scrollView: BuiltInSpec = {
  create(component) {
    const box = component.$$;
    let last = 0;
    box.addEventListener('scroll', () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = box;
      fire(component, 'scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX: 0, deltaY: last - scrollTop });
      const lower = Number(component.data.lowerThreshold ?? DEFAULT_THRESHOLD);
      const upper = Number(component.data.upperThreshold ?? DEFAULT_THRESHOLD);
      if (scrollTop > last && scrollTop + clientHeight >= scrollHeight - lower) fire(component, 'scrolltolower', { direction: 'bottom' });
      if (scrollTop < last && scrollTop <= upper) fire(component, 'scrolltoupper', { direction: 'top' });
      last = scrollTop;
    });
  },
  update(component, name, value) {
    if (name === 'scrollX') component.$$.style.overflowX = isOn(value) ? 'auto' : 'hidden';
    else if (name === 'scrollY') component.$$.style.overflowY = isOn(value) ? 'auto' : 'hidden';
    else if (name === 'scrollTop') component.$$.scrollTop = Number(value);
    else if (name === 'scrollIntoView' && value !== '')
      setTimeout(() => component.$$.querySelector(`#${CSS.escape(String(value))}`)?.scrollIntoView());
  },
};
