export interface Template {
  readonly id: string;
  readonly title: string;
  /** Lines like `事项:{{thing1.DATA}}`. */
  readonly content: string;
  /** 2 one-time, 3 long-term. */
  readonly type: 2 | 3;
  /** For `enum` fields: what each takes. */
  readonly enums: Readonly<Record<string, readonly string[]>>;
  /** Banned by WeChat: asking says `ban`, sending 43107. */
  readonly banned: boolean;
}

/** How a person answers WeChat's window. */
export interface Answers {
  readonly answer: 'accept' | 'reject';
  /** By template, where it differs. */
  readonly templates: Readonly<Record<string, 'accept' | 'reject'>>;
  /** The switch over all of them, in WeChat's settings. */
  readonly mainSwitch: boolean;
}

export interface SentMessage {
  readonly at: string;
  readonly messageId: string;
  readonly persona: string;
  readonly templateId: string;
  readonly page: string | undefined;
  readonly data: Readonly<Record<string, string>>;
  readonly version: string;
}

export interface AskResult {
  readonly callback: 'success' | 'fail';
  readonly errMsg: string;
  readonly errCode: number;
  readonly result: Readonly<Record<string, 'accept' | 'reject' | 'ban' | 'filter'>>;
}

export interface Subscriptions {
  addTemplate(template: Template): void;
  template(id: string): Template | undefined;
  templates(): Template[];
  setAnswers(persona: string, answers: Answers): void;
  /** `wx.requestSubscribeMessage` on this person's phone. */
  ask(persona: string, templateIds: readonly string[]): AskResult;
  /** Messages of this template that may still be sent; Infinity for long-term. */
  credits(persona: string, templateId: string): number;
  /** Uses up one; false when there is none. */
  spend(persona: string, templateId: string): boolean;
  /** The person refuses in WeChat's settings. */
  refuse(persona: string, templateId: string): void;
  readonly sent: SentMessage[];
  clear(): void;
}

const ACCEPT_ALL: Answers = { answer: 'accept', templates: {}, mainSwitch: true };
const MOST_AT_ONCE = 5;

/** Templates stay over a `clear`: they belong to the mini-program, not to a story. */
export function createSubscriptions(given: readonly Template[]): Subscriptions {
  const templates = new Map(given.map((template) => [template.id, template]));
  const answers = new Map<string, Answers>();
  const credits = new Map<string, number>();
  const sent: SentMessage[] = [];
  const key = (persona: string, templateId: string) => `${persona} ${templateId}`;
  const creditsOf = (persona: string, templateId: string) => credits.get(key(persona, templateId)) ?? 0;

  return {
    sent,
    addTemplate: (template) => void templates.set(template.id, template),
    template: (id) => templates.get(id),
    templates: () => [...templates.values()],
    setAnswers: (persona, given) => void answers.set(persona, given),
    ask(persona, templateIds) {
      const refusal = refusalOf(templateIds, templates, answers.get(persona) ?? ACCEPT_ALL);
      if (refusal !== undefined)
        return { callback: 'fail', errMsg: `requestSubscribeMessage:fail ${refusal}`, errCode: refusal, result: {} };
      const says = answers.get(persona) ?? ACCEPT_ALL;
      const titles = new Set<string>();
      const result: Record<string, 'accept' | 'reject' | 'ban' | 'filter'> = {};
      for (const id of new Set(templateIds)) {
        const template = templates.get(id) as Template;
        if (titles.has(template.title)) result[id] = 'filter';
        else if (template.banned) result[id] = 'ban';
        else result[id] = says.templates[id] ?? says.answer;
        titles.add(template.title);
        const at = key(persona, id);
        if (result[id] === 'accept') credits.set(at, template.type === 3 ? Infinity : creditsOf(persona, id) + 1);
        // Refusing the window takes a long-term agreement back; credits that were given one by one stay (inferred).
        if (result[id] === 'reject' && template.type === 3) credits.delete(at);
      }
      return { callback: 'success', errMsg: 'requestSubscribeMessage:ok', errCode: 0, result };
    },
    credits: creditsOf,
    spend(persona, templateId) {
      const left = creditsOf(persona, templateId);
      if (left < 1) return false;
      credits.set(key(persona, templateId), left - 1);
      return true;
    },
    refuse: (persona, templateId) => void credits.delete(key(persona, templateId)),
    clear() {
      answers.clear();
      credits.clear();
      sent.length = 0;
    },
  };
}

/** WeChat's errCode of the whole call (protocol §5.2). */
function refusalOf(ids: readonly string[], templates: ReadonlyMap<string, Template>, says: Answers): number | undefined {
  if (ids.length === 0) return 10001;
  if (ids.length > MOST_AT_ONCE) return 20003;
  const kinds = new Set(ids.map((id) => templates.get(id)?.type));
  if (kinds.has(undefined)) return 20001;
  if (kinds.size > 1) return 20002;
  return says.mainSwitch ? undefined : 20004;
}
