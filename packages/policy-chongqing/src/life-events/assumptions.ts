import type { DeclaredAssumption } from '@assist/policy';

export const LIFE_EVENT_ASSUMPTIONS: readonly DeclaredAssumption[] = [
  {
    id: 'wage-up-is-no-new-job',
    title: '原来就有工作的涨了工资、做起小生意，不到 1.5 倍给渐退期；到了 1.5 倍由镇街看',
    why: '文件写“就业后”不设上限，“其他收入变化”限 1.5 倍；涨工资算哪一种，文件没有写。',
    beside: ['YM239-1-3a', 'YM239-1-3b', 'JLP53-6-5a', 'JLP53-6-5b'],
  },
  {
    id: 'head-count-and-taper',
    title: '因为少了人、多了人而人均超过标准、不到 1.5 倍的，给不给渐退期由镇街看',
    why: '文件的渐退期写的是收入变化，没有写人口变化引起的。',
    beside: ['YM239-1-3b', 'JLP53-6-5b', 'JLP53-6-3'],
  },
  {
    id: 'several-causes-above-the-line',
    title: '几件事一起报、原因不同，加在一起人均超过标准的，给不给渐退期由镇街看',
    why: '文件按每一种原因分别写，没有写几种原因碰在一起算哪一种。',
    beside: ['YM239-1-3a', 'YM239-1-3b', 'JLP53-6-4'],
  },
  {
    id: 'exactly-at-the-line',
    title: '人均收入正好等于低保标准的，由镇街看',
    why: '低保写低于，渐退写超过，正好等于的两边都没有写。',
    beside: ['SAL2026-18', 'YM239-1-3a', 'YM239-1-3b'],
  },
  {
    id: 'taper-from-next-month',
    title: '渐退期从报告的下一个月起算六个月',
    why: '文件只写六个月，没有写从哪天起算；发放按月，所以按整月。',
    beside: ['YM239-1-3a', 'JLP53-6-5a', 'JLP53-6-5d'],
  },
  {
    id: 'unread-standard-never-stops',
    title: '本区的标准没有读到正式文件时，预估不说“停”，只说由镇街看',
    why: '三个区暂用全市标准，标为假设；没有读到原文的数字不能得出不利的结论。',
    beside: ['F3-01', 'F10-07'],
  },
];
