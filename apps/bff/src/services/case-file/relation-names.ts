import type { Relation } from '@assist/policy-chongqing';

/** How a member stands to the head of the household, as a register writes it; the first name is the one that is shown. */
export const RELATION_NAMES: Readonly<Record<Relation, readonly string[]>> = {
  self: ['户主', '本人'],
  spouse: ['配偶', '妻', '夫', '妻子', '丈夫'],
  child: ['子女', '子', '女', '儿子', '女儿', '长子', '次子', '长女', '次女', '养子', '养女', '继子', '继女'],
  parent: ['父母', '父', '母', '父亲', '母亲'],
  grandparent: ['祖父母', '祖父', '祖母', '外祖父', '外祖母', '外祖父母'],
  grandchild: ['孙子女', '孙子', '孙女', '外孙', '外孙女', '外孙子', '外孙子女'],
  sibling: ['兄弟姐妹', '兄', '弟', '姐', '妹', '哥哥', '弟弟', '姐姐', '妹妹'],
  'parent-in-law': ['配偶的父母', '公公', '婆婆', '岳父', '岳母'],
  'child-in-law': ['子女的配偶', '儿媳', '女婿'],
  other: ['其他'],
};

export const relationName = (relation: string): string => RELATION_NAMES[relation as Relation]?.[0] ?? '其他';
