import type { DeclaredAssumption } from '@assist/policy';

export const AUTHENTICATION_ASSUMPTIONS: readonly DeclaredAssumption[] = [
  {
    id: 'twelve-months-own-date',
    title: '每人从上次见到本人起 12 个月，各算各的日子，没有统一截止日',
    why: '没有查到任何文件规定多久认证一次；区县可以改。',
    beside: ['JLP53-5-5a', 'F8-01'],
  },
  {
    id: 'contacts-that-count',
    title: '核查走访、窗口办事、村社走访见到本人也算；常住外地的，电话、视频走访也算',
    why: '文件没有写；目的是确认人在，见过就够了，少打扰。',
    beside: ['JLP53-5-5a', 'JLP53-5-3a', 'JLP53-5-3c'],
  },
  {
    id: 'two-tries-then-a-person',
    title: '手机刷脸两次没成，就安排人来，不再让人刷',
    why: '文件要求困难的人有人工和上门的办法，没有写几次；两次以后再试只是折腾人。',
    beside: ['JLP53-5-5b', 'JLP53-5-5c', 'F10-21'],
  },
  {
    id: 'two-names-at-home',
    title: '上门见到本人的，写两个人的名字；在窗口、村社的写一个',
    why: '上门认证要几个人，文件没有写；入户调查每组不少于两人，照着来，也免得一个人说了算。',
    beside: ['JLP53-5-5c', 'MCA57-16'],
  },
  {
    id: 'evidence-is-manual',
    title: '视频、照片由工作人员看过，算人工认证',
    why: '文件只写可以人工认证，没有写怎么看；不方便出门、不方便刷脸的人，看一段当天的视频最省事。',
    beside: ['JLP53-5-5b'],
  },
  {
    id: 'nothing-follows',
    title: '到了日子没见到人，只安排上门，不影响待遇',
    why: '没有文件规定不认证的后果；减、停要有法定理由并先听取意见。',
    beside: ['F8-01', 'F8-08', 'JLP53-6-4', 'SAL2026-48'],
  },
];
