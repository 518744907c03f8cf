import { type ChangeCase, THREE } from '../case-table.ts';

export const DWELLING_BOUGHT_CASES: readonly ChangeCase[] = [
  {
    title: '买了第二套房',
    clause: 'YM239-1-2a',
    because: '财产限额没有读到正式文件，由镇街看',
    household: THREE,
    answers: { assets: { dwellings: [{ squareMetres: 60 }, { squareMetres: 60 }] } },
    award: 1510,
    outcome: 'officer',
    possible: ['unchanged', 'stop'],
    procedures: ['review'],
  },
];
