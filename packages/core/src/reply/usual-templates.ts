import type { Locale } from "../tenant/tenant.entity";
import type { TicketKind } from "../ticket/kind";

type Usual = { templateId: string; name: string; kinds: TicketKind[]; subject: string; paragraphs: string[] };

/** The letter that fits every ticket. */
export const plainName = "plain";

/** The templates every firm begins with, which it may reword: by their own ids, in both languages. */
export const usual: Record<Locale, Usual[]> = {
  "zh-CN": [
    {
      templateId: "complaint",
      name: "投诉答复",
      kinds: ["complaint"],
      subject: "关于您反映事项的答复（{number}）",
      paragraphs: [
        "尊敬的{name}：",
        "您于{date}反映“{words}”，我们已登记为{number}，并作了调查。给您带来不便，我们深表歉意。",
        "经查，【查明的情况和原因】。",
        "我们已经{outcome|【采取的措施和完成时间】}。",
        "今后，我们将【防止再次发生的改进】。",
        "如对以上答复有疑问，请随时与客服前台联系。感谢您的监督。",
      ],
    },
    {
      templateId: "suggestion",
      name: "建议答复",
      kinds: ["suggestion"],
      subject: "关于您所提建议的答复（{number}）",
      paragraphs: [
        "尊敬的{name}：",
        "您于{date}提出“{words}”，我们已登记为{number}。感谢您对小区的关心。",
        "经研究，【是否采纳和理由】。",
        "办理情况：{outcome|【如何做、何时做】}。",
        "欢迎您继续提出宝贵意见。",
      ],
    },
    {
      templateId: "inquiry",
      name: "咨询答复",
      kinds: ["inquiry"],
      subject: "关于您咨询事项的答复（{number}）",
      paragraphs: [
        "尊敬的{name}：",
        "您于{date}咨询“{words}”，我们已登记为{number}，现答复如下。",
        "{outcome|【答复内容和依据】}。",
        "如需进一步了解，请随时与客服前台联系。",
      ],
    },
    {
      templateId: plainName,
      name: "一般函件",
      kinds: [],
      subject: "关于{number}的函",
      paragraphs: [
        "尊敬的{name}：",
        "您于{date}反映“{words}”，我们已登记为{number}。",
        "处理结果：{outcome|【函件内容】}。",
        "感谢您的理解和支持。",
      ],
    },
  ],
  en: [
    {
      templateId: "complaint",
      name: "Answer to a complaint",
      kinds: ["complaint"],
      subject: "Our answer to your complaint ({number})",
      paragraphs: [
        "Dear {name},",
        'On {date} you told us: "{words}". We registered it as {number} and looked into it. We are sorry for the trouble this has caused you.',
        "We found that 【what was found, and why it happened】.",
        "This has been done: {outcome|【what was done, and when】}.",
        "From now on we will 【what keeps it from happening again】.",
        "If anything is not answered by this, please call the front desk at any time. Thank you for speaking up.",
      ],
    },
    {
      templateId: "suggestion",
      name: "Answer to a suggestion",
      kinds: ["suggestion"],
      subject: "Our answer to your suggestion ({number})",
      paragraphs: [
        "Dear {name},",
        'On {date} you suggested: "{words}". We registered it as {number}. Thank you for caring about the place.',
        "We have considered it: 【whether it will be taken up, and why】.",
        "What comes of it: {outcome|【what, and when】}.",
        "Your further suggestions are welcome.",
      ],
    },
    {
      templateId: "inquiry",
      name: "Answer to a question",
      kinds: ["inquiry"],
      subject: "Our answer to your question ({number})",
      paragraphs: [
        "Dear {name},",
        'On {date} you asked: "{words}". We registered it as {number}; this is our answer.',
        "{outcome|【the answer, and what it rests on】}.",
        "For anything further, please call the front desk at any time.",
      ],
    },
    {
      templateId: plainName,
      name: "Plain letter",
      kinds: [],
      subject: "Concerning {number}",
      paragraphs: [
        "Dear {name},",
        'On {date} you told us: "{words}". We registered it as {number}.',
        "The outcome: {outcome|【what the letter is to say】}.",
        "Thank you for your understanding.",
      ],
    },
  ],
};
