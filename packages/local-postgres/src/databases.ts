import postgres from 'postgres';

export type LocalDatabases = {
  /** The address of a database of this server, existing or not. */
  urlOf(name: string): string;
  hasDatabase(name: string): Promise<boolean>;
  /** Makes a database, empty or as a copy of `template` (which nobody may be connected to), and returns its address. */
  createDatabase(name: string, template?: string): Promise<string>;
  /** Ends its connections and removes it; nothing happens when there is none. */
  dropDatabase(name: string): Promise<void>;
};

/** Managing the databases of one server. Names are lower case letters, digits and underscores. */
export function databases(urlOf: (name: string) => string): LocalDatabases {
  const query = async (text: string, parameters: string[] = []) => {
    const sql = postgres(urlOf('postgres'), { max: 1, onnotice: () => undefined });
    try {
      return await sql.unsafe(text, parameters);
    } finally {
      await sql.end();
    }
  };
  return {
    urlOf: (name) => urlOf(checked(name)),
    hasDatabase: async (name) => (await query('select 1 from pg_database where datname = $1', [checked(name)])).length > 0,
    createDatabase: async (name, template) => {
      await query(`create database ${checked(name)}${template ? ` template ${checked(template)}` : ''}`);
      return urlOf(name);
    },
    dropDatabase: async (name) => {
      await query(`drop database if exists ${checked(name)} with (force)`);
    },
  };
}

function checked(name: string): string {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(name)) throw new TypeError(`not a database name: ${name}`);
  return name;
}
