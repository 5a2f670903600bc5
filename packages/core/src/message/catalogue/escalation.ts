import type { TicketClockName } from "../../ticket/clock.entity";
import type { Locale, Templates } from "./template";

export type EscalationValues = {
  /** To whoever answers for it: which clock of a ticket has passed. */
  clockPassed: { number: string; clock: TicketClockName; house: string; url: string };
  /** To the project manager in the evening: how many of the day's `given` dispatches are `open`, and their numbers. */
  dayCheck: { project: string; open: number; given: number; numbers: string; url: string };
};

const names: Record<TicketClockName, Record<Locale, string>> = {
  response: { "zh-CN": "还没有人响应", en: "not taken up yet" },
  onSite: { "zh-CN": "还没有到场", en: "nobody on site yet" },
  answered: { "zh-CN": "投诉还没有答复", en: "complaint not answered yet" },
  quality: { "zh-CN": "品质部门还没有答复投诉", en: "not answered by the quality department yet" },
  completion: { "zh-CN": "还没有办结", en: "not done yet" },
  verified: { "zh-CN": "还没有与业户核实", en: "not verified with the resident yet" },
  progress: { "zh-CN": "该向业户告知进度了", en: "the resident is to hear how it stands" },
};
const nameOf = (clock: string, locale: Locale) =>
  Object.hasOwn(names, clock) ? names[clock as TicketClockName][locale] : clock;

export const escalation: Templates<EscalationValues> = {
  clockPassed: {
    urgent: false,
    refusable: false,
    "zh-CN": {
      sms: ({ number, clock, house, url }) => `${house}，${number}${nameOf(clock, "zh-CN")} ${url}`,
      mail: ({ number, clock, house, url }) => ({
        subject: `超时：${number}（${house}），${nameOf(clock, "zh-CN")}`,
        title: "有一件报事已经超时",
        paragraphs: ["您好！这件报事到了时限，请尽快处理，或与负责的同事联系。"],
        facts: [
          ["单号", number],
          ["房屋", house],
          ["情况", nameOf(clock, "zh-CN")],
        ],
        action: { label: "查看报事", url },
      }),
    },
    en: {
      sms: ({ number, clock, house, url }) => `${house}, ${number}: ${nameOf(clock, "en")} ${url}`,
      mail: ({ number, clock, house, url }) => ({
        subject: `Late: ${number} (${house}), ${nameOf(clock, "en")}`,
        title: "A ticket has run past its time",
        paragraphs: ["Please see to it, or speak with the colleague who has it in hand."],
        facts: [
          ["Number", number],
          ["House", house],
          ["How it stands", nameOf(clock, "en")],
        ],
        action: { label: "Open the ticket", url },
      }),
    },
  },
  dayCheck: {
    urgent: false,
    refusable: false,
    "zh-CN": {
      sms: ({ project, open, given, url }) => `${project}今日派单${given}件，未完成${open}件 ${url}`,
      mail: ({ project, open, given, numbers, url }) => ({
        subject: `今日派单还有${open}件未完成（${project}）`,
        title: "今日派单检查",
        paragraphs: ["您好！下面这些今天派出的报事还没有办完，请安排夜班接手，或告诉业户接下来怎么办。"],
        facts: [
          ["项目", project],
          ["今日派单", `${given}件`],
          ["未完成", `${open}件`],
          ["单号", numbers],
        ],
        action: { label: "查看报事", url },
      }),
    },
    en: {
      sms: ({ project, open, given, url }) =>
        `${project}: ${open} of today's ${given} dispatches open ${url}`,
      mail: ({ project, open, given, numbers, url }) => ({
        subject: `Open of today's dispatches: ${open} (${project})`,
        title: "Today's dispatches",
        paragraphs: [
          "These tickets were given out today and are not done. Please hand them to the night duty, or let the residents know what comes next.",
        ],
        facts: [
          ["Project", project],
          ["Given out today", given],
          ["Still open", open],
          ["Numbers", numbers],
        ],
        action: { label: "Open the tickets", url },
      }),
    },
  },
};
