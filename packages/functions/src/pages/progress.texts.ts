import type { Offer, Progress } from "@frontdesk/core/ticket/index";
import type { Catalogue } from "./locale";

type Standing = Progress["standing"];
type Happening = Progress["history"][number];
/** Whose work it is; `none` where no trade is named. */
export type Worker = NonNullable<Standing["trade"]> | "none";
/** A time as it is told, where there is one. */
type By = string | undefined;
type Is = Exclude<Standing["is"], "done" | "received">;
type What = Exclude<Happening["what"], "assigned" | "appointed" | "done">;
/** Why work rests. */
type Cause = NonNullable<Standing["cause"]>;
/** Complaints are answered, all else is done. */
type PerKind = Record<"usual" | "complaint", string>;

/** How the ticket stands that another one went into. */
const twins: Catalogue<Record<NonNullable<Progress["twin"]>["is"], string>> = {
  "zh-CN": { open: "，正在进行中", done: "，已经处理好了", void: "" },
  en: { open: ", which is under way", done: ", which is done", void: "" },
};

/** How a ticket goes, in plain words, as its resident is told. */
export const progressTexts: Catalogue<{
  title: (number: string) => string;
  number: string;
  worker: Record<Worker, string>;
  is: Record<Is, (worker: string) => string>;
  received: PerKind;
  done: PerKind;
  visit: (status: string, at: string) => string;
  promised: (status: string, by: string) => string;
  answered: (status: string, by: string) => string;
  /** That work rests, with why. */
  rests: (status: string, cause: string) => string;
  cause: Record<Cause, string>;
  nextTitle: string;
  next: Record<Standing["next"], (by: By, worker: string) => string>;
  /** Of paid work: what was quoted, and until when it may be answered. */
  costs: string;
  offer: Record<Offer["is"], (total: string, until: string) => string>;
  seeQuote: string;
  late: string;
  merged: (twin: Progress["twin"]) => string;
  voided: string;
  call: string;
  said: string;
  photos: string;
  photo: (count: number) => string;
  outcome: PerKind;
  ratedAs: (score: number) => string;
  way: string;
  what: Record<What, string>;
  assigned: (worker: string) => string;
  appointed: (at: string) => string;
  told: PerKind;
}> = {
  "zh-CN": {
    title: (number) => `报事进度 ${number}`,
    number: "单号",
    worker: {
      engineering: "维修师傅",
      security: "秩序维护员",
      cleaning: "保洁员",
      greening: "绿化员",
      front_desk: "前台同事",
      none: "负责的同事",
    },
    is: {
      assigned: (worker) => `已派给${worker}`,
      accepted: (worker) => `${worker}已接单`,
      arrived: (worker) => `${worker}已到现场`,
      started: (worker) => `${worker}正在处理`,
      paused: () => "处理暂时停了下来",
      investigating: () => "正在调查处理",
      closed: () => "已经办结",
      merged: () => "已经合并处理",
      void: () => "这件报事已经撤销",
    },
    received: { usual: "已经收到，正在安排人处理", complaint: "已经收到，正在安排人调查" },
    done: { usual: "已经处理好了", complaint: "已经答复您了" },
    visit: (status, at) => `${status}，约好${at}上门`,
    promised: (status, by) => `${status}，预计${by}前完成`,
    answered: (status, by) => `${status}，预计${by}前答复您`,
    rests: (status, cause) => `${status}：${cause}`,
    cause: {
      parts: "等配件材料",
      resident: "等您方便的时间",
      outside: "等外部单位配合",
      weather: "等天气合适",
      other: "等条件具备",
    },
    nextTitle: "接下来",
    next: {
      assign: (by) => (by ? `${by}前，前台会安排好由谁处理。` : "前台会尽快安排人处理。"),
      visit: (by, worker) => `${worker}${by ?? ""}上门，请留意电话。`,
      finish: (_, worker) => `由${worker}处理，办好了就把结果告诉您。`,
      resume: () => "条件具备了就接着做，完成时间会顺延。着急的话，请打前台电话。",
      answer: () => "查清楚以后，把查到的情况和怎么处理告诉您。",
      callback: (by) =>
        by
          ? `${by}前，我们会打电话听听您的意见；也可以直接在下面打分。`
          : "我们会打电话听听您的意见；也可以直接在下面打分。",
      rate: () => "请在下面给这次处理打个分。",
      look: (by) => (by ? `${by}前发现没弄好，可以在下面直接说，我们接着处理。` : "没有要您做的了。"),
      nothing: () => "没有要您做的了。",
    },
    costs: "费用",
    offer: {
      asked: (total, until) =>
        `报价 ${total}，等您答复，${until}前有效。请看过明细后答复，或当面签字。您同意了才收费。`,
      agreed: (total) => `您已同意 ${total}，做完以后记到您家的账单上。`,
      charged: (total) => `您同意的 ${total} 已记到您家的账单上。`,
    },
    seeQuote: "看明细，答复报价",
    late: "比说好的时间晚了，很抱歉。我们在催办，有结果马上告诉您；着急的话，请打前台电话。",
    merged: (twin) =>
      twin
        ? `这件事和 ${twin.number} 说的是同一件，由 ${twin.number} 一起处理${twins["zh-CN"][twin.is]}。有疑问请打前台电话，报上单号。`
        : "这件事已经和说同一件事的报事合并处理。有疑问请打前台电话，报上单号。",
    voided: "经核实，这件事不用再处理了。如果您觉得不对，请打前台电话，报上单号。",
    call: "打前台电话",
    said: "您反映的",
    photos: "您发来的照片",
    photo: (count) => `您发来的照片 ${count}`,
    outcome: { usual: "处理结果", complaint: "给您的答复" },
    ratedAs: (score) => `您打了 ${score} 分，谢谢！`,
    way: "经过",
    what: {
      received: "收到您反映的事",
      arrived: "到达现场",
      started: "开始处理",
      paused: "暂停处理",
      resumed: "继续处理",
      unreached: "给您打过回访电话，没有打通",
      satisfied: "回访：您表示满意",
      unsatisfied: "回访：您说还没弄好，重新处理",
      rated: "您打了分",
      added: "您作了补充",
      reopened: "重新处理",
      objected: "您说没弄好，重新处理",
      closed: "办结",
      merged: "合并处理",
      void: "撤销",
    },
    assigned: (worker) => `派给${worker}`,
    appointed: (at) => `约好${at}上门`,
    told: { usual: "处理完成", complaint: "答复您" },
  },
  en: {
    title: (number) => `Progress of ${number}`,
    number: "Number",
    worker: {
      engineering: "our technician",
      security: "our security staff",
      cleaning: "our cleaners",
      greening: "our gardeners",
      front_desk: "our front desk",
      none: "a colleague",
    },
    is: {
      assigned: (worker) => `Given to ${worker}`,
      accepted: (worker) => `Taken on by ${worker}`,
      arrived: (worker) => `On site: ${worker}`,
      started: (worker) => `Being seen to by ${worker}`,
      paused: () => "The work rests for now",
      investigating: () => "Being looked into",
      closed: () => "Settled",
      merged: () => "Being seen to together with another report",
      void: () => "This report was withdrawn",
    },
    received: {
      usual: "Received; we are finding who sees to it",
      complaint: "Received; we are finding who looks into it",
    },
    done: { usual: "Done", complaint: "Answered" },
    visit: (status, at) => `${status}, visit agreed for ${at}`,
    promised: (status, by) => `${status}, expected by ${by}`,
    answered: (status, by) => `${status}, answer expected by ${by}`,
    rests: (status, cause) => `${status}: ${cause}`,
    cause: {
      parts: "waiting for parts",
      resident: "waiting for a time that suits you",
      outside: "waiting for somebody outside our firm",
      weather: "waiting for better weather",
      other: "waiting until it can go on",
    },
    nextTitle: "What happens next",
    next: {
      assign: (by) =>
        by
          ? `By ${by} the front desk says who sees to it.`
          : "The front desk finds somebody to see to it soon.",
      visit: (by, worker) => `A visit by ${worker} ${by ?? ""}. Please keep your phone near.`,
      finish: (_, worker) => `Seen to by ${worker}; you hear the outcome as soon as it is done.`,
      resume: () =>
        "It goes on as soon as it can, and will be done so much later. If it is pressing, please call the front desk.",
      answer: () => "Once we know, we tell you what we found and what is done about it.",
      callback: (by) =>
        by
          ? `We will call by ${by} to hear what you think; or rate it below right now.`
          : "We will call to hear what you think; or rate it below right now.",
      rate: () => "Please rate it below.",
      look: (by) =>
        by
          ? `If you find until ${by} that it is not right, say so below and we go on with it.`
          : "There is nothing left for you to do.",
      nothing: () => "There is nothing left for you to do.",
    },
    costs: "Costs",
    offer: {
      asked: (total, until) =>
        `Quoted at ${total}, for you to answer by ${until}: look at each item and answer, or sign on the spot. Nothing is charged unless you agree.`,
      agreed: (total) => `You agreed to ${total}, which is put on your house's bill once the work is done.`,
      charged: (total) => `The ${total} you agreed to is on your house's bill.`,
    },
    seeQuote: "See each item and answer",
    late: "This takes longer than we said, and we are sorry. We are pressing for it and tell you the outcome at once; if it is urgent, please call the front desk.",
    merged: (twin) =>
      twin
        ? `This is the same matter as ${twin.number}, and is seen to under that number${twins.en[twin.is]}. If in doubt, please call the front desk and give the number.`
        : "This is being seen to with another report of the same matter. If in doubt, please call the front desk and give the number.",
    voided:
      "As it turned out, nothing is to be done about this. If you think otherwise, please call the front desk and give the number.",
    call: "Call the front desk",
    said: "You told us",
    photos: "Photos you sent",
    photo: (count) => `Photo ${count} you sent`,
    outcome: { usual: "What was done", complaint: "Our answer to you" },
    ratedAs: (score) => `You gave ${score} of 5. Thank you!`,
    way: "So far",
    what: {
      received: "We received your report",
      arrived: "On site",
      started: "Work began",
      paused: "Work rests",
      resumed: "Work goes on",
      unreached: "We called you and did not reach you",
      satisfied: "We called; you were satisfied",
      unsatisfied: "We called; it was not right yet and was taken up again",
      rated: "You rated it",
      added: "You added something",
      reopened: "Taken up again",
      objected: "You said it was not right; taken up again",
      closed: "Settled",
      merged: "Joined with another report",
      void: "Withdrawn",
    },
    assigned: (worker) => `Given to ${worker}`,
    appointed: (at) => `Visit agreed for ${at}`,
    told: { usual: "Done", complaint: "We answered you" },
  },
};
