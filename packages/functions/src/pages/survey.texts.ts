import type { Catalogue } from "./locale";

type Words = { title: string; text: string };

/** Everything on the survey's pages but the questionnaire itself. */
export const surveyTexts: Catalogue<{
  lead: (project: string, closes: string) => string;
  promise: string;
  notApplicable: string;
  comment: string;
  commentName: string;
  commentHint: string;
  kept: string;
  send: string;
  faults: string;
  /** A field's fault beside its name, for the list at the head of the form. */
  faultOf: (name: string, fault: string) => string;
  choose: string;
  tooLong: string;
  thanks: Words;
  answered: Words;
  closed: Words;
  early: Words;
}> = {
  "zh-CN": {
    lead: (project, closes) => `${project}：八个问题，约三分钟。截止 ${closes}，每户一份。`,
    promise: "答案只合并统计，项目员工看不到是谁填的。留言来自哪一户，只有公司总部能看到，以便跟进。",
    notApplicable: "不适用",
    comment: "还有什么想告诉我们的？",
    commentName: "留言",
    commentHint: "选填，最多 1000 字。请不要写身份证号等个人信息。",
    kept: "已暂存在这台设备上，提交前随时可以接着填。",
    send: "提交",
    faults: "还差一点",
    faultOf: (name, fault) => `${name}：${fault}`,
    choose: "请选择一项",
    tooLong: "最多 1000 字，请缩短一些",
    thanks: { title: "谢谢您！", text: "您家的答卷已收到。我们会认真看，照着改。" },
    answered: { title: "您家的答卷已收到", text: "谢谢！每户一份，不用再填了。" },
    closed: { title: "这次调查已经结束", text: "谢谢您的关心。有任何意见，随时可以告诉物业前台。" },
    early: { title: "调查还没有开始", text: "到时候再打开这个链接就可以填写了。" },
  },
  en: {
    lead: (project, closes) =>
      `${project}: eight questions, about three minutes. Open until ${closes}; one answer per household.`,
    promise:
      "Answers are shown only added up; nobody at your project sees who gave them. Head office alone sees which home a comment comes from, so that it can follow up.",
    notApplicable: "Not applicable",
    comment: "Anything else you would like to tell us?",
    commentName: "Comment",
    commentHint: "Optional, up to 1,000 characters. Please leave out ID numbers and the like.",
    kept: "Kept on this device; you can go on later, until you send it.",
    send: "Send",
    faults: "Nearly there",
    faultOf: (name, fault) => `${name}: ${fault.charAt(0).toLowerCase()}${fault.slice(1)}`,
    choose: "Please choose one",
    tooLong: "At most 1,000 characters, please shorten it",
    thanks: { title: "Thank you!", text: "We have your household's answer. We will read it and act on it." },
    answered: {
      title: "We have your household's answer",
      text: "Thank you! One per household is all we need.",
    },
    closed: {
      title: "This survey is over",
      text: "Thank you for your interest. The front desk is glad to hear from you at any time.",
    },
    early: { title: "This survey has not started yet", text: "Please open this link again when it has." },
  },
};
