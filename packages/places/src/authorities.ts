import type { Certainty } from '@assist/policy';

/**
 * Who stands above a township's office: a district's civil affairs bureau, or a development zone that handles cases without a
 * division code of its own. YM239 and YMF12 are addressed to the districts and to three zones by name.
 */
export interface Authority {
  /** `500107` for a district, a word for one that has no code in the tables. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'district' | 'zone';
  /** Department that confirms, undefined where no source names it. */
  readonly department?: string;
  /** Cases of its townships are handled on this system. */
  readonly live: boolean;
}

/** An area whose townships answer to somebody else than their division code says. */
export interface Reassignment {
  readonly authority: Authority;
  /** All townships of these districts, but for `except`. */
  readonly districts?: readonly string[];
  readonly except?: readonly string[];
  readonly townships?: readonly string[];
  readonly from: string;
  readonly certainty: Certainty;
  readonly source: string;
  /** What was not found, in words. */
  readonly unknown: string;
}

/** Districts on this system: 九龙坡, 永川, 铜梁. */
export const LIVE_DISTRICTS: readonly string[] = ['500107', '500118', '500151'];

const LIANGJIANG: Authority = { id: 'liangjiang', name: '两江新区', kind: 'district', live: false };
const BEIBEI: Authority = { id: '500109', name: '北碚区', kind: 'district', department: '北碚区民政局', live: false };
const HIGH_TECH: Authority = { id: 'high-tech-zone', name: '西部科学城重庆高新区', kind: 'zone', live: false };
const WANSHENG: Authority = { id: 'wansheng-zone', name: '万盛经开区', kind: 'zone', live: false };

/** 统景、大湾、兴隆、茨竹、大盛: of the former Yubei, to Beibei. */
const TO_BEIBEI = ['500112133', '500112135', '500112138', '500112140', '500112143'];
/** 蔡家岗、水土、复兴、童家溪、施家梁: of Beibei, to Liangjiang. */
const FROM_BEIBEI = ['500109006', '500109008', '500109009', '500109104', '500109108'];

export const REASSIGNMENTS: readonly Reassignment[] = [
  {
    authority: LIANGJIANG,
    districts: ['500105', '500112'],
    except: TO_BEIBEI,
    townships: FROM_BEIBEI,
    from: '2025-11-06',
    certainty: 'page',
    source: '重庆市 2025-11-06 新闻发布会（中新社、人民日报客户端）：撤销江北区、渝北区，设立两江新区；辖 31 个街道、11 个镇',
    unknown: '两江新区的行政区划代码、主管科室和电话没有查到。',
  },
  {
    authority: BEIBEI,
    townships: TO_BEIBEI,
    from: '2025-11-06',
    certainty: 'page',
    source: '同一发布会：原渝北区五个镇划归北碚区；北碚区辖 6 个街道、11 个镇',
    unknown: '划入的五个镇的新代码没有查到，仍按原代码查找。',
  },
  {
    authority: HIGH_TECH,
    townships: [
      ...['500106016', '500106017', '500106020', '500106108'],
      ...['500107103', '500107104', '500107105', '500107106', '500107107', '500107108'],
    ],
    from: '2020-01-01',
    certainty: 'second-hand',
    source: '市人大常委会 2019-12-24 关于高新区行政管理事项的决定（转载）：直管园四个沙坪坝镇街、六个九龙坡镇由高新区管委会管理',
    unknown: '高新区办理社会救助的科室和电话没有查到；直管园后来有没有变化没有查到。',
  },
  {
    authority: WANSHENG,
    townships: [
      ...['500110004', '500110005', '500110100', '500110101', '500110102'],
      ...['500110103', '500110104', '500110105', '500110106', '500110107'],
    ],
    from: '2012-04-01',
    certainty: 'second-hand',
    source: '网上介绍（转载）：万盛经开区由市直接管理，辖 8 镇 2 街；YM239、YMF12 主送万盛经开区有关部门',
    unknown: '逐个镇街的名单没有在官方页面见到，按原万盛区的十个镇街列出；2025 年以后管理体制有没有变化没有查到。',
  },
];
