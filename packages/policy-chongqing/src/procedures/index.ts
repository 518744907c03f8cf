export * from './clocks/index.ts';
