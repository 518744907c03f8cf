const { BREAK_FILE = '', BREAK_FIND = '', BREAK_REPLACE = '' } = process.env;

/** Breaks one place of one source file as it is loaded; nothing on disk changes. */
export const breakOnePlace = {
  name: 'break-one-place',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (BREAK_FILE === '' || !id.endsWith(`/${BREAK_FILE}`)) return undefined;
    if (!code.includes(BREAK_FIND)) throw new Error(`nothing to break in ${BREAK_FILE}`);
    return code.replace(BREAK_FIND, () => BREAK_REPLACE);
  },
};
