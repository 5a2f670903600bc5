import type { CatalogueValues } from ".";

const link = "https://fd.cn/s/Ab3dE5fG";
const refuseUrl = "https://fd.cn/n/Ab3dE5fG";
const number = "BX20261121-0007";
const survey = {
  project: "锦绣花园",
  title: "2026年度满意度调查",
  closes: "2026-12-15",
  url: link,
  refuseUrl,
};
const bill = { house: "3栋2单元1201", period: "2026-11", amount: 28_650, due: "2026-12-15", url: link };
const account = "https://frontdesk.example.com/verify?token=Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4";

/** Values of usual length for every text. */
export const samples: CatalogueValues = {
  verifyEmail: { firmName: "阳光物业", url: account },
  alreadyRegistered: { url: "https://frontdesk.example.com/sign-in" },
  resetPassword: { url: account },
  invitation: { firmName: "阳光物业", inviter: "王芳", role: "front_desk", url: account },
  ticketRegistered: { number, title: "厨房水管漏水，地板已经泡了，请尽快来人", url: link },
  ticketOutcome: { number, outcome: "更换了角阀和软管，试水半小时没有再漏", url: link },
  mergedOutcome: { number, outcome: "更换了角阀和软管，试水半小时没有再漏", url: link },
  ticketReopened: { number, url: link },
  ticketProgress: { number, status: "正在处理，预计12月15日前完成", url: link },
  quoteSent: { number, amount: 28_650, due: "2026-12-15", url: link },
  phoneCode: { code: "482913", minutes: 10 },
  callbackOverdue: { number, house: "锦绣花园3栋2单元1201", hours: 26, url: link },
  complaintAnswered: {
    number,
    found: "夜班交接时没有核对来电记录",
    done: "已向您致歉，并把漏接的来电逐一回拨",
    improved: "夜班增加一人，每天早上核对来电",
    url: link,
  },
  complaintProposed: { number, house: "锦绣花园3栋2单元1201", url: link },
  complaintRaised: { number, house: "锦绣花园3栋2单元1201", url: link },
  complaintGroup: { number, house: "锦绣花园3栋2单元1201", houses: 3, url: link },
  clockPassed: { number, clock: "completion", house: "锦绣花园3栋2单元1201", url: link },
  dayCheck: {
    project: "锦绣花园",
    open: 2,
    given: 31,
    numbers: `${number} · BX20261121-0012`,
    url: link,
  },
  praiseCopy: {
    number: "BY20261121-0001",
    words: "张师傅上门快，修得好，走时还擦干净了地",
    from: "王**",
    url: link,
  },
  replyTurn: { number, subject: "关于您反映事项的答复", url: link },
  replyCopy: { number: "HF20261121-0001", subject: "关于您反映事项的答复", url: link },
  replyLetter: { number: "HF20261121-0001", subject: "关于您反映事项的答复", url: link },
  replyUnconfirmed: { number: "HF20261121-0001", name: "王芳", days: 3, url: link },
  surveyInvitation: survey,
  surveyReminder: survey,
  billNotice: bill,
  billReminder: { ...bill, refuseUrl },
};
