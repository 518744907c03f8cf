import { ADDRESS_CASES } from './address/cases.ts';
import { ADOPTION_CASES } from './adoption/cases.ts';
import { BANK_ACCOUNT_CASES } from './bank-account/cases.ts';
import { BIRTH_CASES } from './birth/cases.ts';
import { BUSINESS_CASES } from './business/cases.ts';
import type { ChangeCase } from './case-table.ts';
import { COMPULSORY_DETOXIFICATION_CASES } from './compulsory-detoxification/cases.ts';
import { DEATH_CASES } from './death/cases.ts';
import { DECLARED_MISSING_CASES } from './declared-missing/cases.ts';
import { DEPOSITS_CASES } from './deposits/cases.ts';
import { DISABILITY_ENDED_CASES } from './disability-ended/cases.ts';
import { DISABILITY_FOUND_CASES } from './disability-found/cases.ts';
import { DIVORCE_CASES } from './divorce/cases.ts';
import { DWELLING_BOUGHT_CASES } from './dwelling-bought/cases.ts';
import { DWELLING_SOLD_CASES } from './dwelling-sold/cases.ts';
import { GIFT_OR_COMPENSATION_CASES } from './gift-or-compensation/cases.ts';
import { ILLNESS_ENDED_CASES } from './illness-ended/cases.ts';
import { ILLNESS_FOUND_CASES } from './illness-found/cases.ts';
import { IMPRISONMENT_CASES } from './imprisonment/cases.ts';
import { JOB_FOUND_CASES } from './job-found/cases.ts';
import { JOB_LOST_CASES } from './job-lost/cases.ts';
import { LAND_OR_RENT_CASES } from './land-or-rent/cases.ts';
import { LARGE_MEDICAL_BILL_CASES } from './large-medical-bill/cases.ts';
import { LARGE_SCHOOL_BILL_CASES } from './large-school-bill/cases.ts';
import { MARRIAGE_CASES } from './marriage/cases.ts';
import { MOVED_IN_CASES } from './moved-in/cases.ts';
import { MOVED_OUT_CASES } from './moved-out/cases.ts';
import { NOTHING_CHANGED_CASES } from './nothing-changed/cases.ts';
import { PENSION_CASES } from './pension/cases.ts';
import { PHONE_CASES } from './phone/cases.ts';
import { RELEASE_CASES } from './release/cases.ts';
import { SCHOOL_BEGUN_CASES } from './school-begun/cases.ts';
import { SCHOOL_ENDED_CASES } from './school-ended/cases.ts';
import { SELF_CARE_CHANGED_CASES } from './self-care-changed/cases.ts';
import { SUPPORT_CHANGED_CASES } from './support-changed/cases.ts';
import { VEHICLE_BOUGHT_CASES } from './vehicle-bought/cases.ts';
import { VEHICLE_SOLD_CASES } from './vehicle-sold/cases.ts';
import { WAGE_DOWN_CASES } from './wage-down/cases.ts';
import { WAGE_UP_CASES } from './wage-up/cases.ts';

/** The worked changes of every life event, by its id; they are tests, and stand on the approved pages. */
export const CHANGE_CASES: Readonly<Record<string, readonly ChangeCase[]>> = {
  birth: BIRTH_CASES,
  adoption: ADOPTION_CASES,
  marriage: MARRIAGE_CASES,
  divorce: DIVORCE_CASES,
  'moved-in': MOVED_IN_CASES,
  'moved-out': MOVED_OUT_CASES,
  death: DEATH_CASES,
  imprisonment: IMPRISONMENT_CASES,
  'compulsory-detoxification': COMPULSORY_DETOXIFICATION_CASES,
  'declared-missing': DECLARED_MISSING_CASES,
  release: RELEASE_CASES,
  'disability-found': DISABILITY_FOUND_CASES,
  'disability-ended': DISABILITY_ENDED_CASES,
  'illness-found': ILLNESS_FOUND_CASES,
  'illness-ended': ILLNESS_ENDED_CASES,
  'self-care-changed': SELF_CARE_CHANGED_CASES,
  'school-begun': SCHOOL_BEGUN_CASES,
  'school-ended': SCHOOL_ENDED_CASES,
  'job-found': JOB_FOUND_CASES,
  'job-lost': JOB_LOST_CASES,
  'wage-up': WAGE_UP_CASES,
  'wage-down': WAGE_DOWN_CASES,
  business: BUSINESS_CASES,
  pension: PENSION_CASES,
  'land-or-rent': LAND_OR_RENT_CASES,
  'gift-or-compensation': GIFT_OR_COMPENSATION_CASES,
  'support-changed': SUPPORT_CHANGED_CASES,
  'dwelling-bought': DWELLING_BOUGHT_CASES,
  'dwelling-sold': DWELLING_SOLD_CASES,
  'vehicle-bought': VEHICLE_BOUGHT_CASES,
  'vehicle-sold': VEHICLE_SOLD_CASES,
  deposits: DEPOSITS_CASES,
  'large-medical-bill': LARGE_MEDICAL_BILL_CASES,
  'large-school-bill': LARGE_SCHOOL_BILL_CASES,
  phone: PHONE_CASES,
  address: ADDRESS_CASES,
  'bank-account': BANK_ACCOUNT_CASES,
  'nothing-changed': NOTHING_CHANGED_CASES,
};
