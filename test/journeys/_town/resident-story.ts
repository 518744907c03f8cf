import { HIDDEN } from './desk-story.ts';
import type { Hands } from './hands.ts';
import { ZHOU, ZHOU_WIFE } from './people.ts';
import { photo } from './photo.ts';

/** Reads the notice, agrees, and stands before the list of parts. */
export async function agreeAndBegin(me: Hands): Promise<void> {
  await me.tap('link', '申请救助');
  await me.tap('button', '先看您的信息怎么用');
  await me.tap('button', '同意');
  await me.reads('一次申请，镇上分类办');
}

/** Where the family is registered and lives: said before anything is filled in. */
export async function sayWhere(me: Hands, district = '九龙坡区', township = '杨家坪街道'): Promise<void> {
  await me.tap('link', /^去哪里申请/);
  await me.tap('radio', '重庆');
  await me.pick('户口在哪里，区县', district);
  await me.pick('户口在哪里，镇街', township);
  await me.tap('button', '好了，下一步');
  await me.tap('button', '就住在户口那里');
  await me.tap('radio', '城里');
  await me.tap('button', '好了，下一步');
}

/** Name and number as typed: a claimed identity. */
export async function sayWho(me: Hands): Promise<void> {
  await me.tap('link', /^谁来申请/);
  await me.tap('link', /^您的身份证号/);
  await me.type('姓名', ZHOU.name);
  await me.type('身份证号', ZHOU.number);
  await me.tap('button', '写好了');
  await me.reads(ZHOU.name);
  await me.back();
  await me.type('您的姓名', ZHOU.name);
  await me.pickDay('出生日期', ZHOU.birth);
  await me.tap('button', '好了，下一步');
  await me.tap('radio', '在家住');
  await me.tap('button', '好了，下一步');
  await me.tap('radio', '常年吃药');
  await me.tap('button', '好了，下一步');
  await me.tap('radio', '干不了活');
  await me.tap('button', '好了');
}

export async function addWife(me: Hands): Promise<void> {
  await me.tap('link', /^家里几口人/);
  await me.tap('button', '再加一个人');
  await me.pick('是您的什么人', '丈夫或妻子');
  await me.type('姓名', ZHOU_WIFE.name);
  await me.pickDay('出生日期', ZHOU_WIFE.birth);
  await me.tap('button', '好了，下一步');
  await me.tap('radio', '身份证');
  await me.type('身份证号', ZHOU_WIFE.number);
  await me.tap('button', '好了，下一步');
  await me.tap('radio', '在家住');
  await me.tap('radio', '一起');
  await me.tap('radio', '在一处');
  await me.tap('button', '好了，下一步');
  await me.tap('radio', '没有大病');
  await me.tap('button', '好了，下一步');
  await me.tap('radio', '打零工');
  await me.tap('button', '填下一个人');
  await me.tap('button', '就这 2 口人');
}

/** 300 yuan a month for him, 900 for her; nobody outside gives anything. */
export async function sayIncome(me: Hands): Promise<void> {
  await me.tap('link', /^收入/);
  // The list of tasks has such a button, too.
  await me.reads('家里有哪些收入？');
  await me.tap('button', /^接着填/);
  await me.tap('checkbox', '城乡居民养老金');
  await me.tap('button', '好了，下一步');
  await me.type('城乡居民养老金，元一个月', '300');
  await me.tap('button', '好了');
  await me.tap('button', /^接着填/);
  await me.tap('checkbox', '打零工的钱');
  await me.tap('button', '好了，下一步');
  await me.type('打零工的钱，元一个月', '900');
  await me.tap('button', '好了，下一步');
  await me.type('上班要花的，元一个月', '0');
  await me.tap('button', '好了');
  await me.reads('1,200');
  await me.back();
}

/** A photo with words hidden in it, chosen and gone at once. */
export async function sendPhoto(me: Hands): Promise<void> {
  await me.tap('link', /^材料/);
  await me.tap('link', /^看病的单子/);
  await me.photograph('拍一张', [photo('medical.jpg', { hidden: HIDDEN })]);
  await me.reads('已收到');
  await me.tap('button', '看全部材料');
  await me.tap('button', '好了');
}

/** Three records of their own. */
export async function sign(me: Hands): Promise<void> {
  await me.tap('link', /^同意和签名/);
  await me.tap('checkbox', '我同意用到这些要紧的信息');
  await me.tap('checkbox', '我同意镇上查这些');
  await me.tap('checkbox', /^我写的都是真的/);
  await me.tap('button', '好了');
}

/** Sends it. @returns the number for speaking, as it stands on the receipt */
export async function send(me: Hands): Promise<string> {
  await me.tap('link', /^检查一遍，交上去/);
  await me.tap('button', '交上去');
  await me.reads('已经收到了');
  const number = /\S+ \d{6}-\d{3}-[A-Z2-9]/.exec(await me.text())?.[0];
  if (!number) throw new Error(`没有回执号：\n${await me.text()}`);
  return number;
}
