export * from './applications.ts';
export * from './changes.ts';
export * from './keeping-track.ts';
export * from './messages.ts';
export * from './offices-and-staff.ts';
export * from './procedures.ts';
export * from './register.ts';
export * from './residents.ts';
