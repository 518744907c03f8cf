import { ADDRESS } from './address/event.ts';
import { ADOPTION } from './adoption/event.ts';
import { BANK_ACCOUNT } from './bank-account/event.ts';
import { BIRTH } from './birth/event.ts';
import { BUSINESS } from './business/event.ts';
import { COMPULSORY_DETOXIFICATION } from './compulsory-detoxification/event.ts';
import { DEATH } from './death/event.ts';
import { DECLARED_MISSING } from './declared-missing/event.ts';
import { DEPOSITS } from './deposits/event.ts';
import { DISABILITY_ENDED } from './disability-ended/event.ts';
import { DISABILITY_FOUND } from './disability-found/event.ts';
import { DIVORCE } from './divorce/event.ts';
import { DWELLING_BOUGHT } from './dwelling-bought/event.ts';
import { DWELLING_SOLD } from './dwelling-sold/event.ts';
import { GIFT_OR_COMPENSATION } from './gift-or-compensation/event.ts';
import { ILLNESS_ENDED } from './illness-ended/event.ts';
import { ILLNESS_FOUND } from './illness-found/event.ts';
import { IMPRISONMENT } from './imprisonment/event.ts';
import { JOB_FOUND } from './job-found/event.ts';
import { JOB_LOST } from './job-lost/event.ts';
import type { LifeEvent } from './kernel/life-event.ts';
import { LAND_OR_RENT } from './land-or-rent/event.ts';
import { LARGE_MEDICAL_BILL } from './large-medical-bill/event.ts';
import { LARGE_SCHOOL_BILL } from './large-school-bill/event.ts';
import { MARRIAGE } from './marriage/event.ts';
import { MOVED_IN } from './moved-in/event.ts';
import { MOVED_OUT } from './moved-out/event.ts';
import { NOTHING_CHANGED } from './nothing-changed/event.ts';
import { PENSION } from './pension/event.ts';
import { PHONE } from './phone/event.ts';
import { RELEASE } from './release/event.ts';
import { SCHOOL_BEGUN } from './school-begun/event.ts';
import { SCHOOL_ENDED } from './school-ended/event.ts';
import { SELF_CARE_CHANGED } from './self-care-changed/event.ts';
import { SUPPORT_CHANGED } from './support-changed/event.ts';
import { VEHICLE_BOUGHT } from './vehicle-bought/event.ts';
import { VEHICLE_SOLD } from './vehicle-sold/event.ts';
import { WAGE_DOWN } from './wage-down/event.ts';
import { WAGE_UP } from './wage-up/event.ts';

/** Every change a resident can report. Adding one is adding a folder and a line here. */
export const LIFE_EVENTS: readonly LifeEvent[] = [
  BIRTH,
  ADOPTION,
  MARRIAGE,
  DIVORCE,
  MOVED_IN,
  MOVED_OUT,
  DEATH,
  IMPRISONMENT,
  COMPULSORY_DETOXIFICATION,
  DECLARED_MISSING,
  RELEASE,
  DISABILITY_FOUND,
  DISABILITY_ENDED,
  ILLNESS_FOUND,
  ILLNESS_ENDED,
  SELF_CARE_CHANGED,
  SCHOOL_BEGUN,
  SCHOOL_ENDED,
  JOB_FOUND,
  JOB_LOST,
  WAGE_UP,
  WAGE_DOWN,
  BUSINESS,
  PENSION,
  LAND_OR_RENT,
  GIFT_OR_COMPENSATION,
  SUPPORT_CHANGED,
  DWELLING_BOUGHT,
  DWELLING_SOLD,
  VEHICLE_BOUGHT,
  VEHICLE_SOLD,
  DEPOSITS,
  LARGE_MEDICAL_BILL,
  LARGE_SCHOOL_BILL,
  PHONE,
  ADDRESS,
  BANK_ACCOUNT,
  NOTHING_CHANGED,
];

export function lifeEvent(id: string): LifeEvent | undefined {
  return LIFE_EVENTS.find((one) => one.id === id);
}
