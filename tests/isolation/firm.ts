import { diskInUse } from "@frontdesk/core/attachment/storage";
import { weekdays } from "@frontdesk/core/calendar/calendar";
import { isoNow, monthOf } from "@frontdesk/core/clock";
import { runBilling } from "@frontdesk/core/fee/index";
import { noteMail } from "@frontdesk/core/identity/mail.testing";
import { type Role, roles } from "@frontdesk/core/member/role";
import { runCampaigns } from "@frontdesk/core/survey/index";
import { Browser, testApp } from "@frontdesk/functions/api/browser.testing";

const mail = noteMail();
export const app = testApp();
const password = "an isolated password";
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
export const thisMonth = monthOf(isoNow(), "Asia/Shanghai");

/** The id a call answered with; anything but success stops the test with what was said. */
async function made(browser: Browser, path: string, body: object, id: string): Promise<string> {
  const answer = await browser.post(path, body);
  if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return String(answer.body[id]);
}

/** Signs a firm up and in, and invites a member of every role. */
async function people(name: string) {
  const headquarters = new Browser(app);
  const email = `${name}-hq@example.com`;
  await headquarters.post("/api/sign-up", {
    firmName: `${name}物业`,
    name: "总部",
    email,
    password,
    locale: "zh-CN",
  });
  await headquarters.post("/api/sign-up/confirm", { token: mail.token(email), password });
  await headquarters.signIn(email, password);
  const browsers = new Map<Role, Browser>([["headquarters", headquarters]]);
  for (const role of roles.filter((one) => one !== "headquarters")) {
    const address = `${name}-${role.replaceAll("_", "-")}@example.com`;
    const trade = role === "technician" ? { trade: "engineering" } : {};
    await made(
      headquarters,
      "/api/invitations",
      { email: address, role, projectIds: "all", ...trade },
      "invitationId",
    );
    const token = /invitation\?token=([\w-]+)|invitation\/([\w-]+)/.exec(mail.to(address).at(-1)?.text ?? "");
    const browser = new Browser(app);
    await browser.post("/api/invitations/accept", { token: token?.[1] ?? token?.[2], name: role, password });
    const signedIn = await browser.signIn(address, password);
    if (signedIn.status !== 200) throw new Error(`${role} cannot sign in: ${JSON.stringify(signedIn.body)}`);
    browsers.set(role, browser);
  }
  return browsers;
}

const answers = {
  security: 5,
  cleaning: 4,
  greening: 4,
  engineering: 5,
  frontDesk: 5,
  fees: 3,
  complaints: null,
  overall: 4,
};

/** A firm with people of every role and at least one record of every kind; the same for each name. */
export async function firm(name: string) {
  const browsers = await people(name);
  const hq = browsers.get("headquarters") ?? new Browser(app);
  const post = (path: string, body: object, id: string) => made(hq, path, body, id);
  const session = (await hq.get("/api/session")).body as { tenant?: { id: string }; member?: { id: string } };
  const tenantId = session.tenant?.id ?? "";
  const projectId = await post("/api/projects", { name: `${name}花园`, kind: "residential" }, "projectId");
  const house = (room: string) =>
    post(
      `/api/projects/${projectId}/houses`,
      { building: "1", unit: "1", room, areaHundredths: 9_000 },
      "houseId",
    );
  const [houseId, otherHouseId] = [await house("101"), await house("102")];
  const person = { as: "owner", name: "张伟", phone: "+8613800001111" };
  const residentId = await post(`/api/houses/${houseId}/residents`, person, "residentId");
  const photo = await hq.upload(`/api/projects/${projectId}/photos`, png);
  const attachmentId = String(photo.body.attachmentId);
  const form = await hq.send("POST", "/api/uploads", { size: png.length });
  const { uploadId, fields } = form.body as { uploadId: string; fields: Record<string, string> };
  await diskInUse()?.take(fields, png);
  const spare = await hq.upload(`/api/projects/${projectId}/photos`, png);
  const spareId = String(spare.body.attachmentId);
  const words = { kind: "repair", category: "plumbing", channel: "call", words: "水管漏水" };
  const ticket = () =>
    post("/api/tickets", { projectId, houseId, reporter: { residentId }, ...words }, "ticketId");
  const [ticketId, otherTicketId, quotedId] = [await ticket(), await ticket(), await ticket()];
  const lines = [{ code: "tap", hundredths: 100 }];
  await post(`/api/tickets/${quotedId}/quotes`, { lines, send: true }, "ticketId");
  const complaint = { kind: "complaint", category: "service", channel: "call", words: "没人接电话" };
  const complaintId = await post(
    "/api/tickets",
    { projectId, houseId, reporter: { residentId }, ...complaint },
    "ticketId",
  );
  const kindness = { kind: "praise", category: "service", channel: "letter", words: "师傅又快又好" };
  const praiseId = await post(
    "/api/tickets",
    { projectId, houseId, reporter: { residentId }, ...kindness },
    "ticketId",
  );
  const letter = {
    projectId,
    from: { name: "张伟" },
    way: "hand",
    receivedOn: `${thisMonth}-01`,
    words: "来信",
  };
  const letterId = await post("/api/letters", letter, "letterId");
  const replyId = await post(`/api/tickets/${ticketId}/replies`, {}, "replyId");
  const template = {
    name: "告知函",
    locale: "zh-CN",
    kinds: [],
    subject: "关于{number}",
    body: "{name}您好",
  };
  const templateId = await post("/api/reply-templates", template, "templateId");
  const standard = { item: "物业费", fenPerM2: 200, from: thisMonth, approval: "业主大会决议" };
  const standardId = await post(`/api/projects/${projectId}/charge-standards`, standard, "standardId");
  const runId = await post(
    `/api/projects/${projectId}/billing-runs`,
    { period: thisMonth, notify: false },
    "runId",
  );
  await runBilling();
  const bills = (await hq.get(`/api/houses/${houseId}/bills`)).body as { items?: { billId: string }[] };
  const billId = bills.items?.[0]?.billId ?? "";
  const payment = { houseId, method: "cash", amount: 1_000, allocations: [{ billId, amount: 1_000 }] };
  const paymentId = await post("/api/payments", payment, "paymentId");
  await post("/api/payments", { houseId, method: "transfer", amount: 2_000, reference: "R2" }, "paymentId");
  const campaignId = await post("/api/campaigns", { projectIds: [projectId] }, "campaignId");
  await runCampaigns();
  await post(
    `/api/campaigns/${campaignId}/answers`,
    { campaignId, houseId, channel: "paper", answers },
    "houseId",
  );
  const invitationId = await post(
    "/api/invitations",
    { email: `${name}-guest@example.com`, role: "auditor", projectIds: [projectId] },
    "invitationId",
  );
  const csv = Buffer.from(
    `项目,房号,费用项目,账期,应收(元),已收(元),欠费(元)\n${name}花园,1-1-102,物业费,2026-09,10.00,0.00,10.00\n`,
  );
  const imported = await hq.upload("/api/imports?kind=arrears&fileName=arrears.csv", csv);
  const importId = String(imported.body.importId);
  const member = (await hq.get("/api/members?role=technician")).body as { items?: { memberId: string }[] };
  const memberId = member.items?.[0]?.memberId ?? "";
  const shift = { shift: 1, name: "全天", days: weekdays, from: "00:00", to: "24:00", memberIds: [memberId] };
  const roster = { projectId, name: "工程值班", trade: "engineering", shifts: [shift] };
  const rosterId = await post("/api/rosters", roster, "rosterId");
  const handoverId = await made(
    browsers.get("technician") ?? hq,
    `/api/rosters/${rosterId}/handovers`,
    { note: "一切正常" },
    "handoverId",
  );
  const filter = { name: "待派单", shared: false, filter: { state: "registered" } };
  const filterId = await post("/api/ticket-filters", filter, "filterId");
  const sessions = (await hq.get("/api/sessions")).body as { items?: { sessionId: string }[] };
  return {
    browsers,
    /** Signs headquarters in again. */
    enter: () => hq.signIn(`${name}-hq@example.com`, password),
    ids: {
      tenantId,
      projectId,
      houseId,
      otherHouseId,
      residentId,
      attachmentId,
      spareId,
      uploadId,
      ticketId,
      otherTicketId,
      quotedId,
      complaintId,
      praiseId,
      letterId,
      replyId,
      templateId,
      standardId,
      runId,
      billId,
      paymentId,
      campaignId,
      invitationId,
      importId,
      memberId,
      rosterId,
      handoverId,
      filterId,
      sessionId: sessions.items?.[0]?.sessionId ?? "",
    },
  };
}

export type Firm = Awaited<ReturnType<typeof firm>>;
export type Ids = Firm["ids"];
