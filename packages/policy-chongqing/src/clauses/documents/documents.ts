import type { PolicyDocument } from '@assist/policy';
import { civilDate } from '@assist/policy';
import { JIULONGPO, TONGLIANG, YONGCHUAN } from '../../districts/codes.ts';

/** The five documents, and the law, rules and articles they refer to. Newer and higher prevails; conflicts are declared. */
export const DOCUMENTS: readonly PolicyDocument[] = [
  {
    id: 'JLP53',
    number: '九龙坡民政〔2025〕53号',
    title: '九龙坡区城乡低保动态管理办法（修订）',
    level: 'district',
    district: JIULONGPO,
    from: civilDate('2025-03-28'),
    certainty: 'full-text',
  },
  {
    id: 'YM239',
    number: '渝民〔2022〕239号',
    title: '关于进一步做好最低生活保障等社会救助兜底保障工作的通知',
    level: 'city',
    from: civilDate('2022-11-25'),
    certainty: 'full-text',
  },
  {
    id: 'YMF12',
    number: '渝民发〔2024〕12号',
    title: '关于加强低收入人口动态监测 做好分层分类社会救助工作的通知',
    level: 'city',
    from: civilDate('2024-10-21'),
    certainty: 'full-text',
  },
  // Its day was not found, only the year.
  {
    id: 'YC67',
    number: '永民发〔2019〕67号',
    title: '关于切实加强特困供养人员等社会救助对象动态管理工作的通知',
    level: 'district',
    district: YONGCHUAN,
    certainty: 'full-text',
  },
  {
    id: 'TL42',
    number: '铜民发〔2025〕42号',
    title: '铜梁区统筹推动农村低收入人口救助帮扶工作方案',
    level: 'district',
    district: TONGLIANG,
    from: civilDate('2025-09-08'),
    certainty: 'full-text',
  },
  {
    id: 'SAL2026',
    number: '《社会救助法》',
    title: '中华人民共和国社会救助法',
    level: 'nation',
    from: civilDate('2026-07-01'),
    certainty: 'full-text',
  },
  {
    id: 'MCA57',
    number: '民发〔2021〕57号',
    title: '最低生活保障审核确认办法',
    level: 'nation',
    from: civilDate('2021-07-01'),
    certainty: 'full-text',
  },
  {
    id: 'MCA57R',
    number: '民发〔2024〕57号',
    title: '刚性支出困难家庭认定办法',
    level: 'nation',
    from: civilDate('2025-01-01'),
    certainty: 'full-text',
  },
  {
    id: 'DESTITUTE2021',
    number: '《特困人员认定办法》',
    title: '特困人员认定办法',
    level: 'nation',
    from: civilDate('2021-07-01'),
    certainty: 'full-text',
  },
  {
    id: 'CQR2016',
    number: '《重庆市城乡居民最低生活保障条例》',
    title: '重庆市城乡居民最低生活保障条例',
    level: 'city',
    from: civilDate('2016-05-01'),
    certainty: 'full-text',
  },
];
