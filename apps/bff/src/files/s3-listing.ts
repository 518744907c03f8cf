/** One name of a listing, and when it was written, in milliseconds since 1970. */
export interface Listed {
  readonly key: string;
  readonly at: number;
}

/** A listing has these few parts, and our names need no escaping: no reason for a parser of all XML. */
const CONTENTS = /<Contents>([\s\S]*?)<\/Contents>/g;
const part = (text: string, name: string): string | undefined => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];

/**
 * All of a bucket, page by page (ListObjectsV2).
 * @param ask the answer to a query, as XML
 */
export async function* pagesOf(ask: (query: string) => Promise<string>): AsyncIterable<Listed> {
  for (let token: string | undefined, more = true; more; ) {
    const text = await ask(`list-type=2${token ? `&continuation-token=${encodeURIComponent(token)}` : ''}`);
    for (const [, one = ''] of text.matchAll(CONTENTS)) {
      const key = part(one, 'Key');
      const at = Date.parse(part(one, 'LastModified') ?? '');
      if (key && Number.isFinite(at)) yield { key, at };
    }
    token = part(text, 'NextContinuationToken')?.replaceAll('&amp;', '&');
    more = part(text, 'IsTruncated') === 'true' && token !== undefined;
  }
}
