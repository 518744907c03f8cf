import type { Statement, StatementId } from './statement.ts';

/** The wordings in force. Older ones move to `earlier.ts`, so that what was signed can always be shown again. */
export const STATEMENTS: Record<StatementId, Statement> = {
  'privacy-notice': {
    id: 'privacy-notice',
    version: '2026-11-22',
    title: '您的信息怎么用',
    paragraphs: [
      '用来做什么：替您把申请送到镇上，让镇上的人看、核、回话。不用来做别的，不卖，不做广告。',
      '会用到什么：您写的名字、证件号、电话、住处、家里人、收入和花费，您拍的照片，微信给我们的一个编号。',
      '谁能看：您自己，和办您这件事的镇街工作人员。谁看过，都记下来。',
      '放多久：没有交上去的草稿，最后一次保存后放 30 天就删。交上去的，由镇街按档案的规定保管。',
      '存在国内。证件号、名字和电话都加了密。',
      '您可以随时看、改、停用，也可以打电话或到镇街窗口说。不同意也能先到处看看，也能到窗口办。',
      '未满 14 岁的孩子，由监护人来同意。',
    ],
    clauses: ['F10-04', 'F10-05', 'F10-03', 'F10-06'],
  },
  'sensitive-data': {
    id: 'sensitive-data',
    version: '2026-11-22',
    title: '同意用到要紧的信息',
    paragraphs: [
      '证件号、身体和病情、残疾、收入和存款、孩子的信息，是要紧的信息，要您单独点头。',
      '为什么要：镇上要看这些，才能算您家够不够得上、该给多少。',
      '不同意会怎样：这里就先不送，您可以到窗口办，钱和待遇不会因此变少。',
      '送出去以后也能说不再同意，打电话或到窗口说一声就行。',
    ],
    clauses: ['F10-01', 'F10-02'],
  },
  'cross-check': {
    id: 'cross-check',
    version: '2026-11-22',
    title: '同意镇上查收入、存款、房子和车',
    paragraphs: [
      '区里和镇上可以向户籍、税务、社保、不动产、市场监管、公积金、车管这些单位，银行、保险、证券、支付这些机构，查您的收入和财产。',
      '只查和这次申请有关的。查到的先给您看，不对的您可以说，没弄清以前不当作对您不利的依据。',
      '每个大人各自同意。家里别的大人还没同意的，先不查他，您的申请照样先送。',
      '从您同意这天起，到这件事办完、或者您说不再同意为止。',
    ],
    clauses: ['SAL2026-40', 'SAL2026-41', 'MCA57-9'],
  },
  truthfulness: {
    id: 'truthfulness',
    version: '2026-11-22',
    title: '我写的都是真的',
    paragraphs: ['我写的都是我知道的实情。记不清的，我写了记不清。', '家里有变化，我会告诉镇上。'],
    clauses: ['SAL2026-40', 'YM239-4-5a', 'YM239-4-5b', 'YMF12-22c'],
  },
};
