import type { SIGNALS } from '@assist/contracts';

/** What a clerk is asked to look at. A possibility each time, never a finding. */
export const SIGNAL_WORDS: Readonly<Record<(typeof SIGNALS)[number], string>> = {
  'one-phone-many-people': '一部手机一天里替好几位认证。可能是热心的邻居、村里帮忙的人，请问一问。认证照算。',
  'many-in-a-minute': '一部手机一分钟里来了好几位。可能是一起排队，也可能有别的原因，请问一问。认证照算。',
  'one-day-contradicting': '同一天，家里两个人说得不一样。请打电话问清楚。',
  'died-on-record': '档上或家里人报的变化里说，这位可能已过世，或已离开这一户，可是有人说见到了。请核一下是哪里弄错了。认证照算。',
  'name-differs': '名字和档上的不一样。可能改过名，也可能写错一个字，请看一眼证件。',
  'relay-refused': '家里这位大人暂时不签授权。不耽误这件往下办：去问一问，写明理由。没同意以前不能核对他。',
  'relay-unreachable': '家里说联系不上这位大人。不耽误这件往下办：请镇街去找，写明理由。没同意以前不能核对他。',
  'relay-at-counter': '这位大人不方便自己签。请两个人当面问，记下来；有监护人的由监护人签。',
  'relay-to-confirm': '这份授权来自家里别人也用过的微信或手机，或者是帮忙的人点的。上门、打电话问本人，问过以前不能核对他。',
  'check-disputed': '本人说核对来的有一样不对。在那一家的程序里核实、写回复；没回复以前，提不了意见、下不了决定。',
  'urgent-long-ago': '本人把一件早先的求助认成了申请。日子先按收到申请那天；该不该按求助那天，请您看过，在求助里写回执号定。',
  'not-agreed': '本人说有一件事没同意。那一件已经停下，请问清楚是怎么回事。',
};
