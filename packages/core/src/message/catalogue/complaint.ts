import { clip, fit } from "./sms";
import type { Templates } from "./template";

type Named = { number: string; house?: string; url: string };
export type ComplaintValues = {
  /** To the resident: what was found, what was done, what will be better. */
  complaintAnswered: { number: string; found: string; done: string; improved: string; url: string };
  /** To whoever may decide on a proposed answer. */
  complaintProposed: Named;
  /** To the firm's quality department, whose complaint it has become. */
  complaintRaised: Named;
  /** To who answers for the project, and headquarters: so many households complain of the same. */
  complaintGroup: Named & { houses: number };
};

const necessary = { urgent: false, refusable: false };
/** Without the stop at its end, where our sentence puts one. */
const unended = (sentence: string) => sentence.replace(/[\s。.！!]+$/, "");
/** Where it is, in a mail's facts; nothing where it belongs to no house. */
const at = (label: string, house: string | undefined): [label: string, value: string][] =>
  house ? [[label, house]] : [];
const placed = (house: string | undefined, before: string) => (house ? `${before}${house}` : "");

export const complaint: Templates<ComplaintValues> = {
  complaintAnswered: {
    ...necessary,
    "zh-CN": {
      sms: ({ number, done, url }, room) =>
        fit(unended(done), room, (short) => `投诉${number}的答复：${short}。很抱歉，详情与评价 ${url}`),
      mail: ({ number, found, done, improved, url }) => ({
        subject: `您的投诉有了答复（${number}）`,
        title: "给您添麻烦了，非常抱歉",
        paragraphs: ["您好！您反映的问题我们查过、也处理了，现在把结果告诉您。"],
        facts: [
          ["单号", number],
          ["查明的情况", clip(found, 400)],
          ["已经做的", clip(done, 400)],
          ["今后的改进", clip(improved, 400)],
        ],
        action: { label: "评一评这次处理", url },
        closing: ["我们还会打电话听听您的意见。哪里不满意请直说，我们接着改。"],
      }),
    },
    en: {
      sms: ({ number, done, url }, room) =>
        fit(unended(done), room, (short) => `Complaint ${number}: ${short}. We are sorry. More: ${url}`),
      mail: ({ number, found, done, improved, url }) => ({
        subject: `Our answer to your complaint (${number})`,
        title: "We are sorry for the trouble",
        paragraphs: ["Thank you for telling us. We looked into it and have seen to it; this is the outcome."],
        facts: [
          ["Number", number],
          ["What we found", clip(found, 400)],
          ["What we did", clip(done, 400)],
          ["What will be better", clip(improved, 400)],
        ],
        action: { label: "Rate how we did", url },
        closing: ["We will call to hear what you think. If anything is not right, say so and we will go on."],
      }),
    },
  },
  complaintProposed: {
    ...necessary,
    "zh-CN": {
      sms: ({ number, house, url }) => `投诉${number}待您审批${placed(house, "，")} ${url}`,
      mail: ({ number, house, url }) => ({
        subject: `待您审批：投诉${number}`,
        title: "一件投诉的处理意见在等您",
        paragraphs: ["您好！请看一看查到的情况和拟定的答复，同意或退回都可以直接在页面上完成。"],
        facts: [["单号", number], ...at("房屋", house)],
        action: { label: "去审批", url },
      }),
    },
    en: {
      sms: ({ number, house, url }) =>
        `Complaint ${number} waits for your decision${placed(house, ", ")} ${url}`,
      mail: ({ number, house, url }) => ({
        subject: `For your decision: complaint ${number}`,
        title: "An answer to a complaint waits for you",
        paragraphs: [
          "Please look at what was found and proposed; you can approve it or give it back on the page.",
        ],
        facts: [["Number", number], ...at("House", house)],
        action: { label: "Decide", url },
      }),
    },
  },
  complaintRaised: {
    ...necessary,
    "zh-CN": {
      sms: ({ number, house, url }) => `投诉${number}已转品质部门${placed(house, "，")} ${url}`,
      mail: ({ number, house, url }) => ({
        subject: `转品质部门：投诉${number}`,
        title: "一件投诉转到了品质部门",
        paragraphs: ["您好！这件投诉项目没有处理好，或业户不满意，请重新调查；第一次作决定的人不再审批。"],
        facts: [["单号", number], ...at("房屋", house)],
        action: { label: "查看投诉", url },
      }),
    },
    en: {
      sms: ({ number, house, url }) => `Complaint ${number} is with quality now${placed(house, ", ")} ${url}`,
      mail: ({ number, house, url }) => ({
        subject: `With the quality department: complaint ${number}`,
        title: "A complaint has come to the quality department",
        paragraphs: [
          "The project could not settle it, or the resident is not satisfied. Please have it looked into anew; whoever decided first does not decide again.",
        ],
        facts: [["Number", number], ...at("House", house)],
        action: { label: "Open the complaint", url },
      }),
    },
  },
  complaintGroup: {
    ...necessary,
    "zh-CN": {
      sms: ({ number, house, houses, url }) =>
        `群体投诉：${houses}户，${number}${placed(house, "，")} ${url}`,
      mail: ({ number, house, houses, url }) => ({
        subject: `群体投诉：七天内${houses}户反映同一问题`,
        title: "这可能是一起群体投诉",
        paragraphs: ["您好！几户业主先后反映了同一个问题，请一并调查、统一答复。"],
        facts: [["户数", `${houses}户`], ["最近一件", number], ...at("房屋", house)],
        action: { label: "查看投诉", url },
      }),
    },
    en: {
      sms: ({ number, house, houses, url }) =>
        `${houses} households complain of the same, last ${number}${placed(house, ", ")} ${url}`,
      mail: ({ number, house, houses, url }) => ({
        subject: `Group complaint: ${houses} households within seven days`,
        title: "This may be a group complaint",
        paragraphs: [
          "Several households complain of the same. Please look into all of it and answer as one.",
        ],
        facts: [["Households", houses], ["The last one", number], ...at("House", house)],
        action: { label: "Open the complaint", url },
      }),
    },
  },
};
