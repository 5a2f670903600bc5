import { wallClock } from "../clock";
import type { Locale } from "../tenant/tenant.entity";
import type { TicketItem } from "../ticket/ticket.entity";

/** What a letter is about; each has words to begin with. */
export const templates = ["complaint", "suggestion", "inquiry", "plain"] as const;
export type TemplateName = (typeof templates)[number];

/** The template that suits a ticket. */
export const usualTemplate = ({ kind }: TicketItem): TemplateName =>
  kind === "complaint" || kind === "suggestion" || kind === "inquiry" ? kind : "plain";

type Facts = { name: string; day: string; number: string; words: string; done: string | undefined };
type Words = { subject: string; paragraphs: string[] };

/** So much of what was said is repeated. */
const most = 300;
const unended = (words: string) => words.replace(/[\s。.！!？?]+$/, "");

/**
 * A letter's first words, with the ticket's facts in them; what only a person can say stands open in 【】 and is filled
 * in before anybody reviews it.
 */
export function drafted(name: TemplateName, locale: Locale, ticket: TicketItem, zone: string) {
  const facts = factsOf(ticket, locale, zone);
  const { subject, paragraphs } = words[locale][name](facts);
  return { subject, body: paragraphs.join("\n") };
}

function factsOf(ticket: TicketItem, locale: Locale, zone: string): Facts {
  const [year, month, date] = wallClock(ticket.createdAt, zone).slice(0, 10).split("-").map(Number);
  const english = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: zone });
  const said = [...ticket.words.replace(/\s+/g, " ")];
  return {
    name: ticket.reporter.name,
    day: locale === "zh-CN" ? `${year}年${month}月${date}日` : english.format(new Date(ticket.createdAt)),
    number: ticket.number,
    // These brackets mark what is still to be filled in.
    words: unended(said.slice(0, most).join("")).replaceAll("【", "「").replaceAll("】", "」"),
    done: ticket.completions.at(-1)?.note.replaceAll("【", "「").replaceAll("】", "」"),
  };
}

const words: Record<Locale, Record<TemplateName, (facts: Facts) => Words>> = {
  "zh-CN": {
    complaint: ({ name, day, number, words: said, done }) => ({
      subject: `关于您反映事项的答复（${number}）`,
      paragraphs: [
        `尊敬的${name}：`,
        `您于${day}反映“${said}”，我们已登记为${number}，并作了调查。给您带来不便，我们深表歉意。`,
        "经查，【查明的情况和原因】。",
        done ? `我们已经：${unended(done)}。` : "我们已经【采取的措施和完成时间】。",
        "今后，我们将【防止再次发生的改进】。",
        "如对以上答复有疑问，请随时与客服前台联系。感谢您的监督。",
      ],
    }),
    suggestion: ({ name, day, number, words: said, done }) => ({
      subject: `关于您所提建议的答复（${number}）`,
      paragraphs: [
        `尊敬的${name}：`,
        `您于${day}提出“${said}”，我们已登记为${number}。感谢您对小区的关心。`,
        "经研究，【是否采纳和理由】。",
        done ? `我们已经：${unended(done)}。` : "我们计划【如何做、何时做】。",
        "欢迎您继续提出宝贵意见。",
      ],
    }),
    inquiry: ({ name, day, number, words: said, done }) => ({
      subject: `关于您咨询事项的答复（${number}）`,
      paragraphs: [
        `尊敬的${name}：`,
        `您于${day}咨询“${said}”，我们已登记为${number}，现答复如下。`,
        done ? `${unended(done)}。` : "【答复内容和依据】。",
        "如需进一步了解，请随时与客服前台联系。",
      ],
    }),
    plain: ({ name, day, number, words: said, done }) => ({
      subject: `关于${number}的函`,
      paragraphs: [
        `尊敬的${name}：`,
        `您于${day}反映“${said}”，我们已登记为${number}。`,
        done ? `处理结果：${unended(done)}。` : "【函件内容】。",
        "感谢您的理解和支持。",
      ],
    }),
  },
  en: {
    complaint: ({ name, day, number, words: said, done }) => ({
      subject: `Our answer to your complaint (${number})`,
      paragraphs: [
        `Dear ${name},`,
        `On ${day} you told us: "${said}". We registered it as ${number} and looked into it. We are sorry for the trouble this has caused you.`,
        "We found that 【what was found, and why it happened】.",
        done ? `This has been done: ${unended(done)}.` : "We have 【what was done, and when】.",
        "From now on we will 【what keeps it from happening again】.",
        "If anything is not answered by this, please call the front desk at any time. Thank you for speaking up.",
      ],
    }),
    suggestion: ({ name, day, number, words: said, done }) => ({
      subject: `Our answer to your suggestion (${number})`,
      paragraphs: [
        `Dear ${name},`,
        `On ${day} you suggested: "${said}". We registered it as ${number}. Thank you for caring about the place.`,
        "We have considered it: 【whether it will be taken up, and why】.",
        done ? `This has been done: ${unended(done)}.` : "We plan to 【what, and when】.",
        "Your further suggestions are welcome.",
      ],
    }),
    inquiry: ({ name, day, number, words: said, done }) => ({
      subject: `Our answer to your question (${number})`,
      paragraphs: [
        `Dear ${name},`,
        `On ${day} you asked: "${said}". We registered it as ${number}; this is our answer.`,
        done ? `${unended(done)}.` : "【the answer, and what it rests on】.",
        "For anything further, please call the front desk at any time.",
      ],
    }),
    plain: ({ name, day, number, words: said, done }) => ({
      subject: `Concerning ${number}`,
      paragraphs: [
        `Dear ${name},`,
        `On ${day} you told us: "${said}". We registered it as ${number}.`,
        done ? `The outcome: ${unended(done)}.` : "【what the letter is to say】.",
        "Thank you for your understanding.",
      ],
    }),
  },
};
