import { makeStore } from './store';

export const AGREE_BUTTON_ID = 'agree-privacy';

/** A browser holds nothing back for us: nobody ever asks. */
export const privacyQuestion = makeStore<((answer: unknown) => void) | undefined>(undefined);
export const watchPrivacy = (): void => undefined;
export const answerPrivacy = (_agreed: boolean): void => undefined;
