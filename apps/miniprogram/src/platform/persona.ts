/** Sample residents exist only in the web page of a development machine. */
export const forgetPersona = (): void => undefined;
