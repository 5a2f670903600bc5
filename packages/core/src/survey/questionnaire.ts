import * as z from "zod";
import type { questions } from "../figure/sheet";
import type { Locale } from "../tenant/tenant.entity";

export type QuestionKey = (typeof questions)[number];
/** What a question is called in results, what it asks, and a word of help where one is needed. */
export type Question = { name: string; text: string; hint?: string };

/** The fixed questionnaire: seven dimensions, then the overall question. Changing a text changes what is measured. */
export const questionnaire: Record<Locale, Record<QuestionKey, Question>> = {
  "zh-CN": {
    security: { name: "秩序与安全", text: "门岗、巡逻和车辆秩序，您满意吗？" },
    cleaning: { name: "清洁卫生", text: "楼道、电梯和公共区域的清洁，您满意吗？" },
    greening: { name: "绿化养护", text: "花草树木的养护，您满意吗？" },
    engineering: { name: "工程维修", text: "公共设施的维护和报修后的修理，您满意吗？" },
    frontDesk: { name: "前台服务", text: "联系物业时，前台的态度和回应，您满意吗？" },
    fees: { name: "收费与透明", text: "收费的清楚程度和账目的公开，您满意吗？" },
    complaints: {
      name: "投诉处理",
      text: "您反映的问题，处理得让您满意吗？",
      hint: "没有反映过问题，请选“不适用”。",
    },
    overall: { name: "总体评价", text: "总的来说，您对物业服务满意吗？" },
  },
  en: {
    security: {
      name: "Security and order",
      text: "How happy are you with the gate, the patrols and the parking?",
    },
    cleaning: {
      name: "Cleaning",
      text: "How happy are you with how clean halls, lifts and grounds are kept?",
    },
    greening: { name: "Greening", text: "How happy are you with the care of plants and trees?" },
    engineering: {
      name: "Repairs",
      text: "How happy are you with the upkeep of facilities and with repairs?",
    },
    frontDesk: { name: "Front desk", text: "How happy are you with the front desk when you contact it?" },
    fees: { name: "Fees and openness", text: "How happy are you with how clear the fees and accounts are?" },
    complaints: {
      name: "Handling of complaints",
      text: "How happy are you with how problems you raised were handled?",
      hint: "If you raised none, choose “not applicable”.",
    },
    overall: { name: "Overall", text: "All in all, how happy are you with our service?" },
  },
};

/** The words of the scale from 1 to 5; 4 and 5 count as satisfied. */
export const scale: Record<Locale, readonly [string, string, string, string, string]> = {
  "zh-CN": ["很不满意", "不满意", "一般", "满意", "很满意"],
  en: ["Very unhappy", "Unhappy", "Neutral", "Happy", "Very happy"],
};

/** Longest free comment, in UTF-16 units, as a browser's `maxlength` counts. */
export const commentLimit = 1_000;

const rating = z
  .int()
  .min(1)
  .max(5)
  .nullable()
  .meta({ description: "1 (very unhappy) to 5 (very happy); null: not applicable" });

/** A complete answer to every question; null is "not applicable". */
export const answers = z.strictObject({
  security: rating,
  cleaning: rating,
  greening: rating,
  engineering: rating,
  frontDesk: rating,
  fees: rating,
  complaints: rating,
  overall: rating,
} satisfies Record<QuestionKey, typeof rating>);
export type Answers = z.output<typeof answers>;

/** The free comment; without words it is none. Line ends count once, and control characters, which no export bears, go. */
export const comment = z
  .string()
  .max(2 * commentLimit)
  .transform((text) =>
    text
      .replaceAll("\r\n", "\n")
      .replace(/[^\P{Cc}\n\t]/gu, "")
      .trim(),
  )
  .pipe(z.string().max(commentLimit))
  .transform((text) => text || undefined)
  .optional();
