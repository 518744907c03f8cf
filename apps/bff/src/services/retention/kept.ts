/** Why something is kept so long: a fact that was found, or an assumption that whoever runs this has to look at. */
export type Why = { readonly fact: string } | { readonly assumed: string };

export interface Kept {
  readonly id: string;
  /** In plain words. */
  readonly what: string;
  readonly tables: readonly string[];
  readonly howLong: string;
  readonly why: Why;
  readonly atEnd: 'deleted' | 'emptied' | 'stays';
  /** Where the person reads it before; undefined where nobody is told. */
  readonly told: string | undefined;
  /** Which chore does it; of `end-records` also how, by the role that may do nothing else. */
  readonly by?: string;
  readonly end?: {
    readonly table: string;
    readonly past: { readonly column: string; readonly days: number };
    readonly empty?: readonly string[];
  };
}

const YEAR = 366;

/** All that is kept about people, how long, and why. One table: the chore, the documentation and a test read it. */
export const KEPT: readonly Kept[] = [
  {
    id: 'drafts',
    what: '没填完的申请',
    tables: ['drafts'],
    howLong: '30 天没动',
    why: { assumed: '够一个人找齐材料，又不让没交的一直躺着' },
    atEnd: 'deleted',
    told: '到期前 7 天发一条消息，没发就不删；我的资料；草稿上写着到哪天',
    by: 'expire-drafts',
  },
  {
    id: 'unsent-files',
    what: '没交的照片',
    tables: ['files'],
    howLong: '30 天，还有草稿的跟着草稿',
    why: { assumed: '跟草稿一样长' },
    atEnd: 'deleted',
    told: '到期前 7 天发一条消息，没发就不删；我的资料',
    by: 'sweep-files',
  },
  {
    id: 'unfinished-videos',
    what: '没传完的视频',
    tables: ['uploads', 'upload_pieces'],
    howLong: '3 天',
    why: { assumed: '过了拍的日子就不能用了' },
    atEnd: 'deleted',
    told: undefined,
    by: 'sweep-uploads',
  },
  {
    id: 'staff-drafts',
    what: '工作人员没写完的话',
    tables: ['staff_drafts'],
    howLong: '30 天没动',
    why: { assumed: '跟居民的草稿一样长' },
    atEnd: 'deleted',
    told: undefined,
    by: 'forget-old-staff-drafts',
  },
  {
    id: 'archives',
    what: '导出的档案',
    tables: ['archives', 'archive_parts'],
    howLong: '一天',
    why: { assumed: '取走就够，多留一份就多一处会漏' },
    atEnd: 'deleted',
    told: '导出时写明',
    by: 'sweep-archives',
  },
  {
    id: 'sessions-and-counts',
    what: '登录、验真码、答过的话、次数',
    tables: ['refresh_tokens', 'staff_sessions', 'staff_sign_ins', 'reality_codes', 'idempotency_keys', 'rate_counts', 'wechat_pushes'],
    howLong: '各自到时，最多再一天',
    why: { assumed: '到时就没有用处' },
    atEnd: 'deleted',
    told: undefined,
    by: 'forget-old',
  },
  {
    id: 'person-searches',
    what: '谁按证件号找过人、为什么',
    tables: ['person_searches'],
    howLong: '一年',
    why: { fact: 'F10-35' },
    atEnd: 'deleted',
    told: '我的资料，谁看过',
    by: 'end-records',
    end: { table: 'person_searches', past: { column: 'at', days: YEAR } },
  },
  {
    id: 'access-log',
    what: '留痕：哪个编号、什么时候、做了什么，没有姓名、号码和内容',
    tables: ['audit_log', 'audit_seals'],
    howLong: '至少一年；一条也不删',
    why: { fact: 'F10-35' },
    atEnd: 'stays',
    told: '我的资料，谁看过',
  },
  {
    id: 'consents',
    what: '同意过的说明：哪一版、哪一天',
    tables: ['consents'],
    howLong: '账户注销后三年',
    why: { fact: 'F10-10' },
    atEnd: 'deleted',
    told: '我的资料',
    by: 'end-records',
    end: { table: 'consents', past: { column: 'closed_at', days: 3 * YEAR } },
  },
  {
    id: 'verification-codes',
    what: '窗口给的一次性码，里面的姓名',
    tables: ['verification_codes'],
    howLong: '过期后 90 天',
    why: { assumed: '够查一次有没有给错人' },
    atEnd: 'deleted',
    told: undefined,
    by: 'end-records',
    end: { table: 'verification_codes', past: { column: 'expires_at', days: 90 } },
  },
  {
    id: 'contact-codes',
    what: '换电话、银行卡时发的码和发到的号码',
    tables: ['contact_codes'],
    howLong: '过期后 30 天',
    why: { assumed: '比撤回的日子长就够' },
    atEnd: 'deleted',
    told: undefined,
    by: 'end-records',
    end: { table: 'contact_codes', past: { column: 'expires_at', days: 30 } },
  },
  {
    id: 'face-subjects',
    what: '刷脸时交给微信的姓名、证件号和编号（照片从不到这里）',
    tables: ['face_checks'],
    howLong: '过期后 30 天；结果留着',
    why: { fact: 'F10-23' },
    atEnd: 'emptied',
    told: '刷脸前的单独同意',
    by: 'end-records',
    end: { table: 'face_checks', past: { column: 'expires_at', days: 30 }, empty: ['subject_sealed', 'verify_id_sealed'] },
  },
  {
    id: 'sends',
    what: '发过的提醒：发到哪个号码、发没发到',
    tables: ['sends'],
    howLong: '有了结果后一年；消息本身留着',
    why: { assumed: '跟留痕一样长，够查一次有没有通知到' },
    atEnd: 'deleted',
    told: undefined,
    by: 'end-records',
    end: { table: 'sends', past: { column: 'settled_at', days: YEAR } },
  },
  {
    id: 'case-records',
    what: '交上去的申请、报过的变化、一户一档、程序、发放、消息、转介、核对、入户、认证、电话和上门记录',
    tables: [
      'item_notes',
      'applications',
      'submissions',
      'change_notices',
      'case_files',
      'case_members',
      'procedure_runs',
      'procedure_events',
      'messages',
    ],
    howLong: '不由这里删',
    why: { assumed: '是办事的档案；档案保管多少年没有查到原文，定了再写进这张表' },
    atEnd: 'stays',
    told: '我的资料',
  },
];
