export type { Claim } from './claims.ts';
export { CLAIMS } from './claims.ts';
export { DISTRICT_NAMES, isDistrict, JIULONGPO, TONGLIANG, YONGCHUAN } from './codes.ts';
export { ELIGIBILITY_CONFLICTS } from './conflicts.ts';
export type { Layer } from './layers.ts';
export { LAYERS, layersOver } from './layers.ts';
