/** A text cited where, taken strictly, it does not bind: which, and why it stands there all the same. Undeclared ones fail a test. */
export interface DeclaredCitation {
  readonly id: 'before-its-day' | 'read-later' | 'outside-its-district';
  readonly title: string;
  readonly why: string;
  /** Documents or facts, by id. */
  readonly of: readonly string[];
}

/** None of the first two happens on a day from 2026-07-01 on, when the newest of these texts began. */
export const CITED_OUTSIDE: readonly DeclaredCitation[] = [
  {
    id: 'before-its-day',
    title: '更早的日子，规则也照现行的文件来说明',
    why: '当时用的旧办法没有收进来；有日期的数（标准、年龄、倍数）按当天的表，表里没有的由工作人员看。',
    of: ['SAL2026', 'MCA57', 'MCA57R', 'DESTITUTE2021', 'YM239', 'YMF12', 'JLP53', 'TL42'],
  },
  {
    id: 'read-later',
    title: '口径是后来才读到的，更早的日子也引它',
    why: '这些说法写在后来的答复、指南或转载里，没有查到从哪天起；里面的数只在读到的日子以后才用。',
    of: ['F1-14', 'F1-42', 'F1-43', 'F1-44', 'F1-45', 'F4-22', 'F6-01', 'F7-01', 'F7-03', 'F7-04', 'F7-11', 'F7-12', 'F7-13'],
  },
  {
    id: 'outside-its-district',
    title: '别的区县的人，也引这三个区文件里的说法',
    why: '市里的规定只有报道，这三个区的文件写明了同样的做法：另外保障、推给补贴经办、就高不就低。不据此说够不上。',
    of: ['JLP53', 'TL42', 'YC67'],
  },
];
