import { host } from '../host-bridge.ts';
import { callOn, noteError, sim, topPage, violation } from '../sim.ts';
import { agreeByButton, withPrivacy } from '../wx/privacy.ts';
import { around, type BuiltIn, type BuiltInSpec, fire, isOn } from './built-in.ts';

const AGREE = 'agreePrivacyAuthorization';

export const button: BuiltInSpec = {
  create(component) {
    component.$$.setAttribute('role', 'button');
    component.$$.tabIndex = 0;
  },
  update(component, name, value) {
    if (name === 'disabled') {
      component.$$.toggleAttribute('disabled', isOn(value));
      component.$$.setAttribute('aria-disabled', String(isOn(value)));
    } else if (name === 'loading') component.$$.toggleAttribute('loading', isOn(value));
    else if (name === 'type' || name === 'size' || name === 'plain') component.$$.setAttribute(name, value === true ? '' : String(value));
  },
  activate(component) {
    if (component.$$.hasAttribute('disabled')) return;
    const { formType, openType } = component.data;
    if (formType === 'submit' || formType === 'reset') {
      const form = around(component, 'form');
      if (form !== undefined) form.spec[formType]?.(form);
    }
    // Open types can be joined: one tap agrees to the privacy contract and asks for the number.
    const types = String(openType ?? '').split('|');
    const agreement = types.filter((one) => one === AGREE);
    for (const one of [...agreement, ...types.filter((other) => other !== AGREE)]) open(component, one);
  },
};

function open(component: BuiltIn, openType: string): void {
  const stub = sim.stubs[`openType:${openType}`];
  switch (openType) {
    case '':
      return;
    case AGREE:
      agreeByButton(component.id);
      fire(component, 'agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
      return;
    case 'getPhoneNumber':
    case 'getRealtimePhoneNumber':
      askPhone(component, openType, stub).catch((error) => noteError(openType, error));
      return;
    case 'share':
      callOn(topPage()?.inst ?? {}, 'onShareAppMessage', { from: 'button', target: component });
      return;
    case 'contact':
    case 'openSetting':
    case 'feedback':
    case 'chooseAvatar':
      fire(component, openType.toLowerCase(), stub ?? { errMsg: `${openType}:ok` });
      return;
    default:
      violation(`<button open-type="${openType}"> is not known to the harness`);
  }
}

async function askPhone(component: BuiltIn, openType: string, stub: unknown): Promise<void> {
  sim.calls.push({ name: `button.${openType}`, option: {} });
  const event = openType.toLowerCase();
  try {
    await withPrivacy(openType, `button.${openType}`);
  } catch (failed) {
    fire(component, event, failed);
    return;
  }
  if (stub !== undefined) fire(component, event, stub);
  else if (sim.phoneAnswer === 'deny') fire(component, event, { errMsg: `${openType}:fail user deny`, errno: 103 });
  else {
    const detail = await host.__hostCode('phone').then(
      (code) => ({ code, errMsg: `${openType}:ok` }),
      () => ({ errMsg: `${openType}:fail network error`, errno: 600001 }),
    );
    fire(component, event, detail);
  }
}
