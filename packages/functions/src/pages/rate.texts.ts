import type { Catalogue } from "./locale";

type Words = { title: string; text: string };

/** Everything on the page behind the link to rate an outcome. */
export const rateTexts: Catalogue<{
  title: string;
  lead: string;
  facts: Record<"number" | "house" | "topic" | "said" | "done" | "at", string>;
  score: string;
  scale: readonly [string, string, string, string, string];
  words: string;
  optional: string;
  wordsHint: string;
  kept: string;
  send: string;
  faults: string;
  choose: string;
  tooLong: string;
  thanks: Record<"good" | "poor", Words>;
  rated: Words;
  over: Words;
}> = {
  "zh-CN": {
    title: "这次处理得怎么样？",
    lead: "点一个分数就行，每次处理可以评一次。",
    facts: {
      number: "单号",
      house: "房屋",
      topic: "事项",
      said: "您反映的",
      done: "处理结果",
      at: "完成时间",
    },
    score: "您满意吗？",
    scale: ["很不满意", "不满意", "一般", "满意", "很满意"],
    words: "还想说点什么",
    optional: "选填",
    wordsHint: "哪里好，哪里还没弄好。最多 500 字。",
    kept: "已暂存在这台设备上。",
    send: "提交",
    faults: "还差一点",
    choose: "请选择一个分数",
    tooLong: "最多 500 字，请缩短一些",
    thanks: {
      good: { title: "谢谢您！", text: "您的评价已收到，也会转告处理的同事。" },
      poor: {
        title: "谢谢您直说",
        text: "很抱歉这次没让您满意。负责人会看到您的评价；问题还没解决的话，请直接打电话给物业前台，报上单号就行。",
      },
    },
    rated: { title: "您已经评价过了", text: "谢谢！每次处理评一次就够了。还有问题请直接联系物业前台。" },
    over: { title: "评价时间已经过了", text: "谢谢您的关心。有任何意见，随时可以告诉物业前台。" },
  },
  en: {
    title: "How did we do?",
    lead: "One tap is enough. Each piece of work can be rated once.",
    facts: {
      number: "Number",
      house: "House",
      topic: "About",
      said: "You told us",
      done: "What was done",
      at: "Done on",
    },
    score: "Are you satisfied?",
    scale: ["Very poor", "Poor", "Fair", "Good", "Very good"],
    words: "Anything to add",
    optional: "optional",
    wordsHint: "What went well, and what is still not right. At most 500 characters.",
    kept: "Kept on this device.",
    send: "Send",
    faults: "Nearly there",
    choose: "Please choose a score",
    tooLong: "At most 500 characters, please shorten it",
    thanks: {
      good: {
        title: "Thank you!",
        text: "We have your rating and will pass it on to those who did the work.",
      },
      poor: {
        title: "Thank you for saying so",
        text: "We are sorry it was not right. Those in charge will see your rating; if the problem is still there, please call the front desk and give the number.",
      },
    },
    rated: {
      title: "You have rated this already",
      text: "Thank you! Once is enough. If something is still wrong, please contact the front desk.",
    },
    over: {
      title: "The time to rate this is over",
      text: "Thank you for your interest. The front desk is glad to hear from you at any time.",
    },
  },
};
