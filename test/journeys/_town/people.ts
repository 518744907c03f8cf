/** Invented people. Check digits hold (GB 11643), so that nothing is let through for being a sample. */
export const ZHOU = { persona: 'zhou', name: '周德明', number: '500107195803040016', birth: '1958-03-04' } as const;
export const ZHOU_WIFE = { name: '陈秀英', number: '500107196207080024', birth: '1962-07-08' } as const;
export const ZHOU_GRANDCHILD = { name: '周小宇', number: '500107201605090037', birth: '2016-05-09' } as const;
export const LI = { persona: 'li', name: '李素芬', number: '500118197401110040', birth: '1974-01-11' } as const;
