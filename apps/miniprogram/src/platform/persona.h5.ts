import { choosePersona } from './sandbox-phone.h5';

export const forgetPersona = (): void => choosePersona(undefined);
