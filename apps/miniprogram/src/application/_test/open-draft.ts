import type { DraftForm } from '@assist/contracts';
import { type DraftStore, makeDraftStore } from '../draft/draft-store.ts';
import type { FormVersions } from '../draft/migrations.ts';
import type { FakePhone } from './fake-phone.ts';
import type { FakeServer } from './fake-server.ts';

/** The draft of a phone that is signed in and agreed to everything, unless told otherwise. */
export const openDraft = (
  phone: FakePhone,
  server: FakeServer,
  is: { signedIn?: boolean; agreed?: boolean; versions?: FormVersions } = {},
): DraftStore =>
  makeDraftStore({
    storage: phone.storage,
    call: server.call,
    now: phone.now,
    newId: phone.newId,
    later: phone.later,
    signedIn: () => is.signedIn ?? true,
    privacyAgreed: () => is.agreed ?? true,
    ...(is.versions && { versions: is.versions }),
  });
export const story = (text: string) => (form: DraftForm) => ({ ...form, story: text });
export const storyOf = (store: DraftStore) => store.state().record?.form.story;
