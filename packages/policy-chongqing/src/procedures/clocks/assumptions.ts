import type { DeclaredAssumption } from '@assist/policy';
import { FIRST_DAY_IS_NOT_COUNTED } from '../../calendar/index.ts';

/** Periods no document found sets, and the ones we promise or work with instead. Each can be changed by the district. */
export const CLOCK_ASSUMPTIONS: readonly DeclaredAssumption[] = [
  FIRST_DAY_IS_NOT_COUNTED,
  {
    id: 'first-reply-3-working-days',
    title: '提交后 3 个工作日内有人回复',
    why: '从提交到受理，找到的文件都没有写期限；这是系统自己的承诺，不是法定期限。',
    beside: ['MCA57-10', 'SAL2026-64'],
  },
  {
    id: 'urgent-callback-60-minutes',
    title: '急事求助 60 分钟内回电话',
    why: '找到的文件没有写多久回电话；这是系统自己的约定，不是法定期限。过了还没有打通，转给区县值班的人。',
    beside: ['SAL2026-50', 'YMF12-14a', 'YMF12-14b'],
  },
  {
    id: 'urgent-day-counts-30-days',
    title: '急事求助以后 30 天内交的申请，日子按求助那天；更早的求助由工作人员看',
    why: '找到的文件没有写求助的日子管多久；30 天以内自己认得上，更早的不自动算，也不是不算。',
    beside: ['YM239-3-3d', 'YMF12-14a'],
  },
  {
    id: 'office-hours-9-to-17',
    title: '工作日 9:00 到 17:00 以外，算镇街下班的时候',
    why: '各镇街的上班时间没有逐一查到；只用来告诉求助的人这会儿可能没人接，什么也不因此不收。',
    beside: ['YMF12-14a'],
  },
  {
    id: 'confirmed-by-district',
    title: '没有查到确认权限下放的区县，按区县民政局确认、30 个工作日计算',
    why: '57 号文以区县确认为原则，下放要另有决定；永川区没有查到下放的文件。',
    beside: ['MCA57-2', 'YM239-3-1b', 'YM239-3-1c'],
  },
  {
    id: 'refused-watched-two-years',
    title: '不予确认的家庭也监测两年',
    why: '渝民发〔2024〕12号把他们纳入监测，但“不满两年”只写退出的对象；暂按同样的两年。',
    beside: ['YMF12-5c'],
  },
  {
    id: 'publication-12-months',
    title: '确认结果公布 12 个月',
    why: '文件只写要公布，没有写公布多久；永川 2019 年写“长期”，与只公布三项的后法冲突时取较短的期限。',
    beside: ['YM239-3-2b', 'MCA57-24', 'YC67-5-1a'],
  },
  {
    id: 'referral-comes-back-after-20-working-days',
    title: '转介 20 个工作日没有下文，就回到镇街手里再问一次',
    why: '文件写协助申请、台账备查，没有写多久要有结果；这是系统自己的提醒，到了只是再问，不算谁不符合。',
    beside: ['JLP53-6-6b', 'JLP53-6-6e'],
  },
  {
    id: 'elsewhere-answer-10-working-days',
    title: '别省来的核对请求 10 个工作日内回',
    why: '渝民〔2022〕239号二（二）只写及时办理，没有写几天；这是系统自己的提醒，不是法定期限。',
    beside: ['YM239-2-2c'],
  },
  {
    id: 'silent-source-10-working-days',
    title: '核对来源 10 个工作日没有回话，就算没有回音，由工作人员写明怎么核实',
    why: '57 号文第十七条只写三个工作日内启动核对，没有写来源多久要回；没有回音不说明任何事。',
    beside: ['MCA57-17'],
  },
];
