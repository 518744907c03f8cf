import type { CivilDate, DivisionCode, Level } from '@assist/policy';
import { civilDate } from '@assist/policy';
import { JIULONGPO, TONGLIANG, YONGCHUAN } from './codes.ts';

/** One layer of texts over a place: nation, city, district. The more particular and the newer wins; the Law stands above all. */
export interface Layer {
  readonly level: Level;
  readonly district?: DivisionCode;
  /** Ids of the documents of this layer, as they stand in clause ids. */
  readonly document: string;
  readonly from: CivilDate;
  readonly until?: CivilDate;
  /** What it changes for that place, in our words. */
  readonly sets: readonly string[];
  /** Where a day or a text was not found. */
  readonly note?: string;
}

export const LAYERS: readonly Layer[] = [
  {
    level: 'nation',
    document: 'SAL2026',
    from: civilDate('2026-07-01'),
    sets: ['救助的种类和对象', '减少、终止以前听取意见', '确有特殊困难人员'],
  },
  { level: 'nation', document: 'MCA57', from: civilDate('2021-07-01'), sets: ['家庭成员', '收入和财产的算法', '1.5倍', '办理期限'] },
  { level: 'nation', document: 'DESTITUTE2021', from: civilDate('2021-07-01'), sets: ['特困供养的条件和程序'] },
  { level: 'nation', document: 'MCA57R', from: civilDate('2025-01-01'), sets: ['刚性支出困难家庭的条件和期限'] },
  { level: 'city', document: 'CQR2016', from: civilDate('2016-05-01'), sets: ['差额发放', '收入取数的期间', '残疾人代步车不算财产'] },
  { level: 'city', document: 'YM239', from: civilDate('2022-11-25'), sets: ['成年无业重残单独申请', '供养费视情不算', '渐退六个月'] },
  { level: 'city', document: 'YMF12', from: civilDate('2024-10-21'), sets: ['六类低收入人口', '各项专项救助', '退出监测两年'] },
  {
    level: 'district',
    district: JIULONGPO,
    document: 'JLP53',
    from: civilDate('2025-03-28'),
    sets: ['低保动态管理', '待遇资格认证的三种办法'],
    note: '代替九龙坡民政〔2024〕205号（全文没有）；低保标准没有查到本区文件，照全市的推定',
  },
  {
    level: 'district',
    district: YONGCHUAN,
    document: 'YC67',
    from: civilDate('2019-01-01'),
    sets: ['其他救助人员每月核查'],
    note: '只见到年份；低保标准没有查到本区文件，照全市的推定',
  },
  {
    level: 'district',
    district: TONGLIANG,
    document: 'TL42',
    from: civilDate('2025-09-08'),
    sets: ['村社评议', '镇街联合研判会议', '监测指标'],
    note: '2023年的低保标准读到过区里转发的文件；之后的照全市的推定',
  },
];

/** The layers over a district on a day, the most general first. */
export function layersOver(district: DivisionCode, on: CivilDate): readonly Layer[] {
  return LAYERS.filter(
    (layer) =>
      layer.from <= on && (layer.until === undefined || layer.until >= on) && (layer.district === undefined || layer.district === district),
  );
}
