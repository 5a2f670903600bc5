import { dateOf, wallClock } from "../clock";
import { day } from "../message/catalogue/format";
import type { Locale } from "../tenant/tenant.entity";
import type { Standing } from "./progress.status";

/** How a ticket stands that is still open. */
type Open = Exclude<Standing["is"], "done" | "closed" | "merged" | "void">;

type Words = {
  is: Record<Exclude<Open, "paused">, string>;
  paused: Record<NonNullable<Standing["cause"]>, string>;
  /** What comes next, with a time as its locale tells it. */
  visit: (at: string) => string;
  done: (by: string) => string;
  answer: (by: string) => string;
  resume: string;
  late: string;
  soon: string;
};

/** Short enough that a report fits one SMS. */
const catalogue: Record<Locale, Words> = {
  "zh-CN": {
    is: {
      ...{ received: "正在安排人处理", assigned: "已派人处理", accepted: "已派人处理" },
      ...{ arrived: "已到现场处理", started: "正在处理", investigating: "正在调查处理" },
    },
    paused: {
      ...{ parts: "在等配件材料", resident: "在等您方便的时间", outside: "在等外部单位配合" },
      ...{ weather: "在等天气合适", other: "处理暂时停了" },
    },
    visit: (at) => `，约好${at}上门`,
    done: (by) => `，预计${by}前完成`,
    answer: (by) => `，预计${by}前答复您`,
    resume: "，条件具备就接着做",
    late: "，比说好的晚了，很抱歉",
    soon: "，有结果就告诉您",
  },
  en: {
    is: {
      ...{ received: "somebody is being found for it", assigned: "it has been given out" },
      ...{ accepted: "somebody has taken it on", arrived: "somebody is on site" },
      ...{ started: "it is being worked on", investigating: "it is being looked into" },
    },
    paused: {
      ...{ parts: "it waits for parts", resident: "it waits for a time that suits you" },
      ...{ outside: "it waits for another company", weather: "it waits for the weather", other: "it rests" },
    },
    visit: (at) => `; visit agreed for ${at}`,
    done: (by) => `; expected to be done by ${by}`,
    answer: (by) => `; answer expected by ${by}`,
    resume: "; it goes on as soon as it can",
    late: "; it is later than we said, we are sorry",
    soon: "; we will let you know the outcome",
  },
};

/** How an open ticket stands and what comes next, in one short sentence for its resident. */
export function progressWords(standing: Standing, locale: Locale, zone: string): string {
  const words = catalogue[locale];
  const { is, cause = "other" } = standing;
  return `${is === "paused" ? words.paused[cause] : words.is[is as keyof Words["is"]]}${nextOf(standing, words, locale, zone)}`;
}

function nextOf({ is, next, by, late }: Standing, words: Words, locale: Locale, zone: string): string {
  if (is === "paused") return words.resume;
  if (next === "visit" && by) return words.visit(`${day(dateOf(by, zone), locale)} ${hourOf(by, zone)}`);
  if (late || !by) return late ? words.late : words.soon;
  return words[next === "answer" ? "answer" : "done"](day(dateOf(by, zone), locale));
}

const hourOf = (at: string, zone: string) => wallClock(at, zone).slice(11, 16);
