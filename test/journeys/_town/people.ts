/** Invented people. Check digits hold (GB 11643), so that nothing is let through for being a sample. */
export const ZHOU = { persona: 'zhou', name: '周德明', number: '500107195803040016', birth: '1958-03-04' } as const;
export const ZHOU_WIFE = { name: '陈秀英', number: '500107196207080024', birth: '1962-07-08' } as const;
