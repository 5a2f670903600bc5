import type { Catalogue } from "./locale";

type Words = { title: string; text: string };
/** What was just taken; `poor` ratings with what may be done about it, or with whom to call. */
export type Taken = "added" | "rated" | "poor" | "poorPast" | "again";
/** What a page of its own says. */
export type Said = "rated" | "past" | "changed" | "tooLarge" | "over";

/** What a resident may send from the page by which they follow a ticket, and what they are told of it. */
export const progressFormTexts: Catalogue<{
  optional: string;
  faults: string;
  kept: string;
  thanks: Record<Taken, string>;
  rate: {
    title: string;
    score: string;
    scale: readonly [string, string, string, string, string];
    words: string;
    wordsHint: string;
    send: string;
    choose: string;
    tooLong: string;
  };
  again: {
    title: string;
    lead: (until: string) => string;
    words: string;
    hint: string;
    send: string;
    missing: string;
    tooLong: string;
    anew: string;
  };
  add: {
    title: string;
    words: string;
    hint: string;
    photos: string;
    photosHint: (count: number) => string;
    send: string;
    missing: string;
    tooLong: string;
    broken: string;
    many: (count: number) => string;
    large: string;
    full: string;
  };
  said: Record<Said, Words>;
  back: string;
}> = {
  "zh-CN": {
    optional: "选填",
    faults: "还差一点",
    kept: "已暂存在这台设备上。",
    thanks: {
      added: "已经收到您的补充，处理的同事看得到。",
      rated: "谢谢您！您的评价已收到，也会转告处理的同事。",
      poor: "谢谢您直说，很抱歉这次没让您满意。负责人会看到您的评价；问题还没解决的话，请在下面告诉我们哪里没弄好。",
      poorPast:
        "谢谢您直说，很抱歉这次没让您满意。负责人会看到您的评价；问题还没解决的话，请打前台电话，报上单号。",
      again: "很抱歉没弄好，已经重新安排。我们会一直跟到办好为止。",
    },
    rate: {
      title: "这次处理得怎么样？",
      score: "您满意吗？",
      scale: ["很不满意", "不满意", "一般", "满意", "很满意"],
      words: "还想说点什么",
      wordsHint: "哪里好，哪里还没弄好。最多 500 字。",
      send: "提交评价",
      choose: "请选择一个分数",
      tooLong: "最多 500 字，请缩短一些",
    },
    again: {
      title: "问题没解决？",
      lead: (until) => `${until}前都可以在这里说，还是这一单，我们接着处理。`,
      words: "哪里没弄好",
      hint: "最多 1000 字。",
      send: "没解决，请重新处理",
      missing: "请写一下哪里没弄好",
      tooLong: "最多 1000 字，请缩短一些",
      anew: "重新报事",
    },
    add: {
      title: "有要补充的？",
      words: "补充说明",
      hint: "新的情况、方便的时间。最多 1000 字。请不要写身份证号等信息。",
      photos: "照片",
      photosHint: (count) => `最多 ${count} 张，每张不超过 10 MB。`,
      send: "发送补充",
      missing: "请写几句话，或选一张照片",
      tooLong: "最多 1000 字，请缩短一些",
      broken: "照片只能是完整的 JPEG、PNG、WebP 或 GIF 图片",
      many: (count) => `现在最多还能加 ${count} 张照片，请减少几张`,
      large: "每张照片不能超过 10 MB，请换小一点的",
      full: "补充的次数已经很多了。还有新的情况，请打前台电话，报上单号。",
    },
    said: {
      rated: { title: "您已经评价过了", text: "谢谢！每次处理评一次就够了。" },
      past: {
        title: "已经超过 7 天",
        text: "完成超过 7 天，不能在这一单里重新处理了。问题又出现的话，请重新报一次，或打前台电话。",
      },
      changed: {
        title: "情况刚刚有变化",
        text: "这件报事刚刚有了新的进展，这次没有提交。请先看看最新进度。",
      },
      tooLarge: {
        title: "照片太大了",
        text: "每张不超过 10 MB。请返回上一页换几张小一点的，其他内容不用重填。",
      },
      over: {
        title: "这个链接已经过期",
        text: "这件事已经结束很久了。有任何意见，或者问题又出现，随时可以告诉物业前台。",
      },
    },
    back: "查看最新进度",
  },
  en: {
    optional: "optional",
    faults: "Nearly there",
    kept: "Kept on this device.",
    thanks: {
      added: "We have what you added; those who see to it can read it.",
      rated: "Thank you! We have your rating and will pass it on to those who did the work.",
      poor: "Thank you for saying so; we are sorry it was not right. Those in charge will see your rating. If the problem is still there, please tell us below what is not right.",
      poorPast:
        "Thank you for saying so; we are sorry it was not right. Those in charge will see your rating. If the problem is still there, please call the front desk and give the number.",
      again: "We are sorry it was not right. It has been taken up again, and we follow it until it is.",
    },
    rate: {
      title: "How did we do?",
      score: "Are you satisfied?",
      scale: ["Very poor", "Poor", "Fair", "Good", "Very good"],
      words: "Anything to add",
      wordsHint: "What went well, and what is still not right. At most 500 characters.",
      send: "Send the rating",
      choose: "Please choose a score",
      tooLong: "At most 500 characters, please shorten it",
    },
    again: {
      title: "Not solved?",
      lead: (until) => `You can say so here until ${until}; we go on under the same number.`,
      words: "What is not right?",
      hint: "At most 1,000 characters.",
      send: "Not solved, please see to it again",
      missing: "Please say what is not right",
      tooLong: "At most 1,000 characters, please shorten it",
      anew: "Report it anew",
    },
    add: {
      title: "Anything to add?",
      words: "What is new",
      hint: "What has changed, when it suits you. At most 1,000 characters. Please leave out ID numbers and the like.",
      photos: "Photos",
      photosHint: (count) => `Up to ${count}, each at most 10 MB.`,
      send: "Send",
      missing: "Please write a few words or choose a photo",
      tooLong: "At most 1,000 characters, please shorten it",
      broken: "Photos must be whole JPEG, PNG, WebP or GIF pictures",
      many: (count) => `At most ${count} more can be added now, please choose fewer`,
      large: "A photo may have at most 10 MB, please choose a smaller one",
      full: "You have added a lot already. If there is more, please call the front desk and give the number.",
    },
    said: {
      rated: { title: "You have rated this already", text: "Thank you! Once is enough." },
      past: {
        title: "More than 7 days have passed",
        text: "It was done more than 7 days ago and cannot be taken up again here. If the problem is back, please report it anew or call the front desk.",
      },
      changed: {
        title: "Something has just changed",
        text: "There is news of this report, and what you sent was not taken. Please look at the progress first.",
      },
      tooLarge: {
        title: "The photos are too large",
        text: "Each at most 10 MB. Please go back and choose smaller ones; the rest is still filled in.",
      },
      over: {
        title: "This link has expired",
        text: "This was settled long ago. If you have anything to say, or the problem is back, the front desk is glad to hear from you at any time.",
      },
    },
    back: "See the progress",
  },
};
