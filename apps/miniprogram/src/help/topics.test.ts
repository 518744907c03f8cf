import { expect, test } from 'vitest';
import { TOPICS, type Topic } from './topics';

/** Documents of one district: what they say holds there. */
const OF_A_DISTRICT: Record<string, string> = { JLP53: '九龙坡区', YC67: '永川区', TL42: '铜梁区' };

const topics = Object.entries(TOPICS).map(([name, topic]) => [name, topic as Topic] as const);
test.each(topics)('%s：引了一个区县的文件，写明别的区县怎么办', (_name, { cited = [], citedFrom }) => {
  const ofADistrict = cited.map(({ id }) => OF_A_DISTRICT[id.split('-')[0] as string]).filter((d) => d !== undefined);
  if (ofADistrict.length === 0) return;
  for (const district of ofADistrict) expect(citedFrom).toContain(district);
  expect(citedFrom).toContain('别的区县');
});
