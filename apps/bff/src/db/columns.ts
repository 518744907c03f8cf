import { customType, timestamp } from 'drizzle-orm/pg-core';

/** Number of a transaction, as text: it may be larger than a number of JavaScript. */
export const transactionId = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' });
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
