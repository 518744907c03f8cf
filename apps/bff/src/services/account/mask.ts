/** First and last character only. */
export const maskedNumber = (number: string): string => {
  const letters = [...number];
  return letters.length < 3 ? '*'.repeat(letters.length) : `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`;
};

/** First three and last four, as it is usual for phones. */
export const maskedPhone = (phone: string): string =>
  phone.length < 8 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
