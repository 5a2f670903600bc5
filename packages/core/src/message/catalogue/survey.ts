import type { Templates } from "./template";

/** `closes` is the last local day; `refuseUrl` takes the house off surveys. */
type Survey = { project: string; title: string; closes: string; url: string; refuseUrl: string };
export type SurveyValues = { surveyInvitation: Survey; surveyReminder: Survey };

const welcome = { urgent: false, refusable: true };
const factsZh = ({ project, closes }: Record<"project" | "closes", string>): [string, string][] => [
  ["项目", project],
  ["截止", `${closes}（含当天）`],
];
const factsEn = ({ project, closes }: Record<"project" | "closes", string>): [string, string][] => [
  ["Project", project],
  ["Open until", `the end of ${closes}`],
];

export const survey: Templates<SurveyValues> = {
  surveyInvitation: {
    ...welcome,
    "zh-CN": {
      sms: ({ project, url, refuseUrl }) => `诚邀您为${project}服务打分：${url} 退订${refuseUrl}`,
      mail: ({ title, url, ...rest }) => ({
        subject: `${title}：想听听您的意见`,
        title,
        paragraphs: [
          "您好！这一年我们做得怎么样，您说了算。问题不多，三分钟左右就能答完。",
          "满意的、不满意的都请直说，我们照着改。每户一份，在截止之前都可以填。",
        ],
        facts: factsZh(rest),
        action: { label: "开始填写", url },
        closing: ["这个链接是您家专用的，请不要转给别人。"],
      }),
    },
    en: {
      sms: ({ project, url, refuseUrl }) =>
        `Please rate our service at ${project}: ${url} Opt out: ${refuseUrl}`,
      mail: ({ title, url, ...rest }) => ({
        subject: `${title}: we would like to hear from you`,
        title,
        paragraphs: [
          "How have we done this year? You are the judge. There are few questions; three minutes will do.",
          "Tell us frankly what is good and what is not, and we will work on it. One answer a household.",
        ],
        facts: factsEn(rest),
        action: { label: "Start", url },
        closing: ["This link is for your household alone, please do not pass it on."],
      }),
    },
  },
  surveyReminder: {
    ...welcome,
    "zh-CN": {
      sms: ({ closes, url, refuseUrl }) => `盼您打分，${closes}止：${url} 退订${refuseUrl}`,
      mail: ({ title, url, ...rest }) => ({
        subject: `${title}：还差您家一份意见`,
        title: "还差您家一份意见",
        paragraphs: [
          `您好！“${title}”快要截止了，还没有收到您家的答卷。三分钟左右就能答完，您的意见对我们很重要。`,
          "要是已经填了，谢谢您，请不用理会这封邮件。",
        ],
        facts: factsZh(rest),
        action: { label: "开始填写", url },
        closing: ["这个链接是您家专用的，请不要转给别人。"],
      }),
    },
    en: {
      sms: ({ closes, url, refuseUrl }) =>
        `We would value your rating by ${closes}: ${url} Opt out: ${refuseUrl}`,
      mail: ({ title, url, ...rest }) => ({
        subject: `${title}: your answer is still missing`,
        title: "Your answer is still missing",
        paragraphs: [
          `"${title}" closes soon, and we have not heard from your household yet. Three minutes will do, and your opinion matters to us.`,
          "If you have answered in the meantime, thank you; please ignore this mail.",
        ],
        facts: factsEn(rest),
        action: { label: "Start", url },
        closing: ["This link is for your household alone, please do not pass it on."],
      }),
    },
  },
};
