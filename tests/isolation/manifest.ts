import { usualCalendar } from "@frontdesk/core/calendar/usual";
import { isoNow, plus } from "@frontdesk/core/clock";
import type { Api } from "@frontdesk/functions/api/types";
import { type Ids, thisMonth } from "./firm";

/** One route: a valid input for a firm's own records. `file` is a body that is no JSON. */
export type Entry = { input?: (ids: Ids) => object; file?: string; answer?: number[] };

const page = { limit: "1" };
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

/**
 * Every route there is, with what a member of headquarters may rightly send. The suite tries each of them as nobody,
 * with an ended session, in every wrong role, with another firm's id in every place an id stands, and with another
 * firm's cursor. `answer` names the statuses of the right call where they are not success alone.
 */
export const manifest: Record<keyof Api, Entry> = {
  "GET /audit": { input: ({ ticketId }) => ({ subjectId: ticketId, ...page }) },
  "POST /sign-up": {
    input: () => ({
      firmName: "又一家物业",
      name: "李四",
      email: "next@example.com",
      password: "a long password",
      locale: "en",
    }),
  },
  "POST /sign-up/resend": { input: () => ({ email: "next@example.com" }) },
  "POST /sign-up/open": { input: () => ({ token: "a".repeat(32) }), answer: [404, 410] },
  "POST /sign-up/confirm": {
    input: () => ({ token: "a".repeat(32), password: "a long password" }),
    answer: [404, 410, 400],
  },
  "POST /invitations/open": { input: () => ({ token: "abcdefghjkmn" }), answer: [404, 410] },
  "POST /invitations/accept": {
    input: () => ({ token: "abcdefghjkmn", name: "李四", password: "a long password" }),
    answer: [404, 410],
  },

  "GET /session": {},
  "PATCH /session": { input: () => ({ locale: "zh-CN" }) },
  "POST /session/tenant": { input: ({ tenantId }) => ({ tenantId }) },
  "GET /sessions": {},

  "GET /telephone": {},
  "GET /telephone/calls": {},
  "POST /telephone/calls/{key}": { input: () => ({ key: "abcdefghjkmn" }), answer: [401] },
  "POST /telephone/connection": {},
  "PUT /telephone/lines": {
    input: ({ projectId, memberId }) => ({
      lines: [{ extension: "8001", projectId, memberIds: [memberId] }],
    }),
  },

  "GET /tenant": {},
  "PATCH /tenant": { input: () => ({ callbackHours: 24 }) },
  "GET /members": { input: () => page },
  "GET /members/{memberId}": { input: ({ memberId }) => ({ memberId }) },
  "PATCH /members/{memberId}": {
    input: ({ memberId, projectId }) => ({ memberId, projectIds: [projectId] }),
  },
  "POST /members/{memberId}/disable": { input: ({ memberId }) => ({ memberId }) },
  "POST /members/{memberId}/enable": { input: ({ memberId }) => ({ memberId }) },
  "GET /invitations": { input: () => page },
  "POST /invitations": {
    input: ({ projectId }) => ({ email: "new-person@example.com", role: "auditor", projectIds: [projectId] }),
  },
  "POST /invitations/{invitationId}/resend": { input: ({ invitationId }) => ({ invitationId }) },
  "DELETE /invitations/{invitationId}": { input: ({ invitationId }) => ({ invitationId }) },

  "GET /projects": {},
  "POST /projects": { input: () => ({ name: "新项目", kind: "office" }) },
  "GET /projects/{projectId}": { input: ({ projectId }) => ({ projectId }) },
  "PATCH /projects/{projectId}": { input: ({ projectId }) => ({ projectId, address: "中山路1号" }) },
  "GET /calendar": {},
  "PUT /calendar": { input: () => ({ calendar: usualCalendar("UTC") }) },
  "GET /projects/{projectId}/calendar": { input: ({ projectId }) => ({ projectId }) },
  "PUT /projects/{projectId}/calendar": {
    input: ({ projectId }) => ({ projectId, calendar: usualCalendar("UTC") }),
  },
  "DELETE /projects/{projectId}/calendar": { input: ({ projectId }) => ({ projectId }) },
  "GET /clocks": {},
  "PUT /clocks": { input: () => ({ rules: [] }) },
  "GET /projects/{projectId}/clocks": { input: ({ projectId }) => ({ projectId }) },
  "PUT /projects/{projectId}/clocks": { input: ({ projectId }) => ({ projectId, rules: [] }) },
  "GET /categories": {},
  "POST /categories": {
    input: () => ({
      kinds: ["repair", "suggestion"],
      names: { "zh-CN": "充电桩", en: "Charging points" },
      trade: "engineering",
      urgent: false,
      projectKinds: ["residential"],
    }),
    answer: [201, 409],
  },
  "PATCH /categories/{kind}/{code}": { input: () => ({ kind: "repair", code: "lift", urgent: true }) },
  "PUT /categories/{kind}/order": { input: () => ({ kind: "repair", codes: ["lift", "plumbing"] }) },
  "GET /prices": { input: ({ projectId }) => ({ projectId }) },
  "POST /prices": {
    input: ({ projectId }) => ({
      projectId,
      part: "labour",
      names: { "zh-CN": "安装充电桩", en: "Put up a charging point" },
      unit: "machine",
      unitFen: 30_000,
      materialExtra: true,
    }),
    answer: [201, 409],
  },
  "PATCH /prices/{code}": { input: ({ projectId }) => ({ projectId, code: "tap", unitFen: 3_500 }) },
  "DELETE /projects/{projectId}/prices/{code}": {
    input: ({ projectId }) => ({ projectId, code: "tap" }),
    answer: [200, 404],
  },
  "GET /routing": {},
  "PUT /routing": {
    input: ({ projectId, memberId }) => ({
      rules: [
        {
          name: "夜间电梯",
          kind: "repair",
          category: "lift",
          projectIds: [projectId],
          when: { at: "hours", days: ["mon"], from: "22:00", to: "06:00" },
          to: { memberId },
        },
      ],
    }),
  },
  "GET /routing/try": {
    input: ({ projectId }) => ({ projectId, kind: "repair", category: "lift" }),
  },
  "GET /rosters": { input: ({ projectId }) => ({ projectId }) },
  "POST /rosters": {
    input: ({ projectId, memberId }) => ({
      projectId,
      name: "工程夜班",
      trade: "engineering",
      shifts: [{ shift: 1, name: "夜班", days: ["mon"], from: "20:00", to: "08:00", memberIds: [memberId] }],
    }),
  },
  "GET /rosters/{rosterId}": { input: ({ rosterId }) => ({ rosterId }) },
  "PATCH /rosters/{rosterId}": { input: ({ rosterId }) => ({ rosterId, name: "工程值班表" }) },
  "PUT /rosters/{rosterId}/days/{date}": {
    input: ({ rosterId, memberId }) => ({ rosterId, date: "2026-12-01", shift: 1, memberIds: [memberId] }),
  },
  "GET /rosters/{rosterId}/open-work": { input: ({ rosterId }) => ({ rosterId }) },
  "GET /rosters/{rosterId}/handovers": { input: ({ rosterId }) => ({ rosterId, ...page }) },
  "POST /rosters/{rosterId}/handovers": {
    input: ({ rosterId, ticketId }) => ({ rosterId, notes: [{ ticketId, order: 1, note: "等配件" }] }),
    answer: [201, 409],
  },
  "GET /handovers/{handoverId}": { input: ({ handoverId }) => ({ handoverId }) },
  "POST /handovers/{handoverId}/take": { input: ({ handoverId }) => ({ handoverId }), answer: [200, 409] },
  "POST /handovers/{handoverId}/withdraw": {
    input: ({ handoverId }) => ({ handoverId }),
    answer: [200, 403, 409],
  },
  "DELETE /rosters/{rosterId}": { input: ({ rosterId }) => ({ rosterId }), answer: [200, 409] },
  "GET /projects/{projectId}/qr": { input: ({ projectId }) => ({ projectId }) },

  "GET /find": { input: () => ({ text: "101" }) },
  "GET /projects/{projectId}/houses": { input: ({ projectId }) => ({ projectId, ...page }) },
  "POST /projects/{projectId}/houses": {
    input: ({ projectId }) => ({ projectId, building: "9栋", room: "901", areaHundredths: 8_900 }),
    answer: [201, 409],
  },
  "GET /houses/{houseId}": { input: ({ houseId }) => ({ houseId }) },
  "PATCH /houses/{houseId}": { input: ({ houseId }) => ({ houseId, note: "有备用钥匙" }) },
  "POST /houses/{houseId}/residents": { input: ({ houseId }) => ({ houseId, as: "family", name: "小明" }) },
  "POST /houses/{houseId}/residents/{residentId}": {
    input: ({ otherHouseId, residentId }) => ({ houseId: otherHouseId, residentId, as: "owner" }),
  },
  "PATCH /residents/{residentId}": { input: ({ residentId }) => ({ residentId, keyCare: "独居老人" }) },
  "POST /houses/{houseId}/residents/{residentId}/move-out": {
    input: ({ houseId, residentId }) => ({ houseId, residentId, as: "owner", to: "2099-12-31" }),
  },

  "GET /imports": { input: () => page },
  "POST /imports": {
    input: () => ({ kind: "arrears", fileName: "a.csv" }),
    file: "项目,房号,账期,欠费\n甲,1-1-101,2026-09,1.00\n",
  },
  "GET /imports/{importId}": { input: ({ importId }) => ({ importId }) },
  "PUT /imports/{importId}/matching": { input: ({ importId }) => ({ importId, matching: {} }) },
  "GET /imports/{importId}/refused": { input: ({ importId }) => ({ importId }), answer: [200, 409] },
  "POST /imports/{importId}/start": {
    input: ({ importId, projectId }) => ({ importId, projects: { jia花园: projectId } }),
  },
  "DELETE /imports/{importId}": { input: ({ importId }) => ({ importId }), answer: [200, 204, 409] },

  "POST /uploads": { input: () => ({ size: 1_000 }) },
  "POST /projects/{projectId}/photos": {
    input: ({ projectId }) => ({ projectId }),
    file: "not a photo",
    answer: [400],
  },
  "POST /photos/{attachmentId}/small": {
    input: ({ attachmentId }) => ({ attachmentId }),
    file: "not a picture",
    answer: [400],
  },
  "GET /photos/{attachmentId}": { input: ({ attachmentId }) => ({ attachmentId }) },
  "POST /projects/{projectId}/attachments": {
    input: ({ projectId, uploadId }) => ({ projectId, upload: uploadId }),
  },
  "GET /attachments/{attachmentId}": { input: ({ attachmentId }) => ({ attachmentId }) },
  "POST /attachments/{attachmentId}/remove": {
    input: ({ spareId }) => ({ attachmentId: spareId, reason: "拍到了别人" }),
    answer: [200, 409],
  },
  "POST /tickets": {
    input: ({ projectId, houseId, residentId, attachmentId }) => ({
      projectId,
      houseId,
      reporter: { residentId },
      kind: "repair",
      category: "plumbing",
      channel: "call",
      words: "水管漏水",
      photos: [attachmentId],
    }),
  },
  "GET /tickets": {
    input: ({ projectId, memberId }) => ({ projectId, kind: "repair", assigneeId: memberId, ...page }),
  },
  "GET /ticket-filters": {},
  "POST /ticket-filters": {
    input: ({ projectId, memberId }) => ({
      name: "我的报修",
      shared: false,
      filter: { projectId, assigneeId: memberId, overdue: true },
    }),
    answer: [201, 409],
  },
  "PUT /ticket-filters/default": { input: ({ filterId }) => ({ filterId }) },
  "PATCH /ticket-filters/{filterId}": {
    input: ({ filterId, projectId }) => ({ filterId, name: "急修", filter: { projectId } }),
  },
  "DELETE /ticket-filters/{filterId}": { input: ({ filterId }) => ({ filterId }) },
  "GET /tickets/{ticketId}": { input: ({ ticketId }) => ({ ticketId }) },
  "GET /houses/{houseId}/tickets": { input: ({ houseId }) => ({ houseId, ...page }) },
  "GET /alike": {
    input: ({ projectId, houseId }) => ({ projectId, houseId, kind: "complaint", category: "service" }),
  },
  "GET /numbered": {
    // Registered by nobody on that day.
    input: ({ projectId }) => ({ projectId, number: "BX20200101-0001" }),
    answer: [404],
  },
  "GET /work": { input: () => page },
  "GET /unheard": { input: () => page },
  "GET /overdue": { input: ({ projectId }) => ({ projectId, ...page }) },
  "PATCH /tickets/{ticketId}": {
    input: ({ ticketId, houseId, residentId }) => ({
      ...{ ticketId, words: "厨房水管漏水", houseId, reporter: { residentId } },
    }),
  },
  "POST /tickets/{ticketId}/contact": { input: ({ ticketId }) => ({ ticketId, note: "已电话联系" }) },
  "POST /tickets/{ticketId}/assign": {
    input: ({ ticketId, memberId }) => ({ ticketId, assigneeId: memberId }),
    answer: [200, 409],
  },
  "POST /tickets/{ticketId}/split": {
    input: ({ ticketId, memberId }) => ({ ticketId, assigneeId: memberId }),
    answer: [200, 409],
  },
  "POST /tickets/{ticketId}/accept": { input: ({ ticketId }) => ({ ticketId }), answer: [200, 403, 409] },
  "POST /tickets/{ticketId}/refuse": {
    input: ({ ticketId }) => ({ ticketId, note: "不归我们" }),
    answer: [403, 409],
  },
  "POST /tickets/{ticketId}/start": { input: ({ ticketId }) => ({ ticketId }), answer: [200, 403, 409] },
  "POST /tickets/{ticketId}/transfer": {
    input: ({ ticketId, memberId }) => ({ ticketId, assigneeId: memberId, note: "不归我们" }),
    answer: [200, 400, 403, 409],
  },
  "POST /tickets/{ticketId}/appoint": {
    input: ({ ticketId }) => ({ ticketId, appointmentAt: "2099-01-05T01:00:00.000Z" }),
    answer: [200, 400, 403, 409],
  },
  "POST /tickets/{ticketId}/arrive": { input: ({ ticketId }) => ({ ticketId }), answer: [200, 403, 409] },
  "POST /tickets/{ticketId}/pause": {
    input: ({ ticketId }) => ({ ticketId, note: "等配件" }),
    answer: [200, 400, 403, 409],
  },
  "POST /tickets/{ticketId}/resume": { input: ({ ticketId }) => ({ ticketId }), answer: [200, 403, 409] },
  "POST /tickets/{ticketId}/withdraw": {
    input: ({ ticketId }) => ({ ticketId, order: 2, note: "不用做了" }),
    answer: [200, 403, 404, 409],
  },
  "POST /tickets/{ticketId}/complete": {
    input: ({ ticketId, attachmentId }) => ({ ticketId, note: "已修好", photos: [attachmentId] }),
  },
  "PUT /tickets/{ticketId}/orders/{order}/materials": {
    input: ({ ticketId }) => ({
      ticketId,
      order: 1,
      materials: [{ name: "软管", unit: "piece", hundredths: 100, unitFen: 1_500 }],
    }),
    answer: [200, 404, 409],
  },
  "GET /tickets/{ticketId}/quotes": { input: ({ ticketId }) => ({ ticketId }) },
  "POST /tickets/{ticketId}/quotes": {
    input: ({ quotedId: ticketId }) => ({ ticketId, lines: [{ code: "tap", hundredths: 100 }], send: true }),
    answer: [201, 409],
  },
  "POST /tickets/{ticketId}/quotes/{quote}/send": {
    input: ({ quotedId: ticketId }) => ({ ticketId, quote: 1 }),
    answer: [200, 409],
  },
  "POST /tickets/{ticketId}/quotes/{quote}/sign": {
    input: ({ quotedId: ticketId, attachmentId }) => ({
      ticketId,
      quote: 1,
      name: "张伟",
      signature: attachmentId,
    }),
    answer: [200, 409],
  },
  "POST /tickets/{ticketId}/quotes/{quote}/decline": {
    input: ({ quotedId: ticketId }) => ({ ticketId, quote: 1, reason: "太贵" }),
    answer: [200, 409],
  },
  "POST /tickets/{ticketId}/quotes/{quote}/withdraw": {
    input: ({ quotedId: ticketId }) => ({ ticketId, quote: 1 }),
    answer: [200, 409],
  },
  "POST /tickets/{ticketId}/callback": {
    input: ({ ticketId }) => ({ ticketId, reached: true, satisfied: true, scores: { speed: 5 } }),
    answer: [403],
  },
  "POST /tickets/{ticketId}/second-callback": {
    input: ({ ticketId }) => ({ ticketId, completion: 1, reached: true, satisfied: true }),
    answer: [404],
  },
  "POST /tickets/{ticketId}/reopen": { input: ({ ticketId }) => ({ ticketId, note: "又漏了" }) },
  "POST /tickets/{ticketId}/void": {
    input: ({ otherTicketId, ticketId }) => ({
      ticketId: otherTicketId,
      note: "重复",
      duplicateOf: ticketId,
    }),
  },
  "GET /houses/{houseId}/dunning": { input: ({ houseId }) => ({ houseId }) },
  "GET /complaints": { input: ({ projectId }) => ({ projectId, ...page }) },
  "GET /tickets/{ticketId}/complaint": { input: ({ complaintId: ticketId }) => ({ ticketId }) },
  "POST /tickets/{ticketId}/complaint/investigate": {
    input: ({ complaintId: ticketId, attachmentId }) => ({
      ticketId,
      note: "听了录音",
      photos: [attachmentId],
    }),
  },
  "POST /tickets/{ticketId}/complaint/propose": {
    input: ({ complaintId: ticketId }) => ({ ticketId, note: "致歉" }),
  },
  // Whoever proposed it does not decide on it.
  "POST /tickets/{ticketId}/complaint/approve": {
    input: ({ complaintId: ticketId }) => ({ ticketId }),
    answer: [403],
  },
  "POST /tickets/{ticketId}/complaint/give-back": {
    input: ({ complaintId: ticketId }) => ({ ticketId, note: "再查" }),
    answer: [403],
  },
  "POST /tickets/{ticketId}/complaint/carry-out": {
    input: ({ complaintId: ticketId, attachmentId }) => ({
      ticketId,
      note: "已回拨",
      photos: [attachmentId],
    }),
    answer: [409],
  },
  "POST /tickets/{ticketId}/complaint/answer": {
    input: ({ complaintId: ticketId }) => ({
      ticketId,
      found: "查了",
      done: "办了",
      improved: "会改",
      way: "sms",
    }),
    answer: [409],
  },
  "POST /tickets/{ticketId}/complaint/grade": {
    input: ({ complaintId: ticketId }) => ({ ticketId, severity: "major", cause: "delay" }),
  },
  "POST /tickets/{ticketId}/complaint/confide": {
    input: ({ complaintId: ticketId, memberId }) => ({ ticketId, about: [memberId] }),
  },
  "POST /tickets/{ticketId}/complaint/escalate": {
    input: ({ complaintId: ticketId }) => ({ ticketId, note: "涉及总部合同" }),
  },
  "POST /tickets/{ticketId}/complaint/account": {
    input: ({ complaintId: ticketId }) => ({
      ticketId,
      department: "front_desk",
      cause: "delay",
      reason: "交接不清",
      preventable: true,
      measure: "每班核对来电",
    }),
    answer: [409],
  },
  "GET /praise": { input: ({ projectId }) => ({ projectId, ...page }) },
  "GET /tickets/{ticketId}/praise": { input: ({ praiseId: ticketId }) => ({ ticketId }) },
  "PUT /tickets/{ticketId}/praise": {
    input: ({ praiseId: ticketId, memberId }) => ({ ticketId, trade: "engineering", memberIds: [memberId] }),
  },
  "POST /tickets/{ticketId}/praise/copy": {
    input: ({ praiseId: ticketId }) => ({ ticketId }),
    answer: [200, 409],
  },
  "POST /tickets/{ticketId}/praise/post": {
    input: ({ praiseId: ticketId }) => ({ ticketId }),
    answer: [200, 409],
  },
  "POST /tickets/{ticketId}/praise/take-down": {
    input: ({ praiseId: ticketId }) => ({ ticketId, reason: "业户要求" }),
    answer: [200, 409],
  },
  "POST /letters": {
    input: ({ projectId, houseId, residentId, attachmentId, otherTicketId }) => ({
      projectId,
      houseId,
      from: { residentId },
      way: "post",
      receivedOn: "2026-01-05",
      words: "电梯常停",
      pages: [attachmentId],
      ticketId: otherTicketId,
    }),
  },
  "GET /letters": { input: ({ projectId }) => ({ projectId, ...page }) },
  "GET /letters/{letterId}": { input: ({ letterId }) => ({ letterId }) },
  "PATCH /letters/{letterId}": {
    input: ({ letterId, houseId }) => ({ letterId, houseId, words: "电梯常停，请修" }),
  },
  "POST /letters/{letterId}/ticket": {
    input: ({ letterId, ticketId }) => ({ letterId, ticketId }),
    answer: [200, 409],
  },
  "GET /tickets/{ticketId}/letters": { input: ({ ticketId }) => ({ ticketId, ...page }) },
  "GET /reply-settings": {},
  "PATCH /reply-settings": { input: ({ memberId }) => ({ signers: { department: memberId } }) },
  "GET /reply-templates": {},
  "POST /reply-templates": {
    input: () => ({
      ...{ name: "赔偿说明", locale: "zh-CN", kinds: ["complaint"] },
      ...{ subject: "关于{number}", body: "尊敬的{name}：" },
    }),
  },
  "PATCH /reply-templates/{templateId}": {
    input: ({ templateId }) => ({ templateId, body: "尊敬的{name}：您好。" }),
  },
  "POST /reply-templates/preview": {
    input: () => ({ locale: "en", subject: "{number}", body: "Dear {name}," }),
  },
  "GET /reply-turns": { input: () => page },
  "GET /reply-confirmations": { input: ({ projectId }) => ({ projectId, ...page }) },
  "GET /tickets/{ticketId}/replies": { input: ({ ticketId }) => ({ ticketId, ...page }) },
  "POST /tickets/{ticketId}/replies": {
    input: ({ ticketId, templateId: template }) => ({ ticketId, template }),
  },
  "GET /replies": { input: ({ projectId }) => ({ projectId, ...page }) },
  "GET /replies/{replyId}": { input: ({ replyId }) => ({ replyId }) },
  "GET /replies/{replyId}/pdf": { input: ({ replyId }) => ({ replyId }) },
  "PATCH /replies/{replyId}": {
    input: ({ replyId, memberId }) => ({ replyId, copyTo: [memberId], signers: { department: memberId } }),
  },
  "POST /replies/{replyId}/comment": { input: ({ replyId }) => ({ replyId, note: "请核对日期" }) },
  "POST /replies/{replyId}/submit": { input: ({ replyId }) => ({ replyId }), answer: [400] },
  "POST /replies/{replyId}/recall": { input: ({ replyId }) => ({ replyId }), answer: [409] },
  "POST /replies/{replyId}/agree": { input: ({ replyId }) => ({ replyId }), answer: [409] },
  "POST /replies/{replyId}/give-back": {
    input: ({ replyId }) => ({ replyId, note: "再改" }),
    answer: [409],
  },
  "POST /replies/{replyId}/approve": { input: ({ replyId }) => ({ replyId }), answer: [409] },
  "POST /replies/{replyId}/send": {
    input: ({ replyId }) => ({ replyId, way: "registered", trackingNumber: "XA123" }),
    answer: [409],
  },
  "POST /replies/{replyId}/confirm": { input: ({ replyId }) => ({ replyId, arrived: true }), answer: [409] },
  "POST /replies/{replyId}/came-back": {
    input: ({ replyId }) => ({ replyId, note: "查无此人" }),
    answer: [409],
  },
  "POST /replies/{replyId}/archive": {
    input: ({ replyId }) => ({ replyId, note: "无法联系" }),
    answer: [409],
  },
  "POST /replies/{replyId}/withdraw": { input: ({ replyId }) => ({ replyId, note: "不再需要" }) },
  "GET /callbacks": { input: ({ projectId }) => ({ projectId, ...page }) },
  "GET /callbacks/second": { input: () => page },

  "GET /questionnaire": {},
  "GET /campaigns": { input: () => page },
  "POST /campaigns": {
    // After the one that is open.
    input: ({ projectId }) => ({
      projectIds: [projectId],
      opensOn: plus(isoNow(), { days: 90 }).slice(0, 10),
    }),
  },
  "GET /campaigns/{campaignId}": { input: ({ campaignId }) => ({ campaignId }) },
  "GET /campaigns/{campaignId}/projects/{projectId}": {
    input: ({ campaignId, projectId }) => ({ campaignId, projectId }),
  },
  "GET /campaigns/{campaignId}/projects/{projectId}/comments": {
    input: ({ campaignId, projectId }) => ({ campaignId, projectId, ...page }),
  },
  "GET /campaigns/{campaignId}/projects/{projectId}/undeliverable": {
    input: ({ campaignId, projectId }) => ({ campaignId, projectId, ...page }),
  },
  "GET /campaigns/{campaignId}/houses/{houseId}": {
    input: ({ campaignId, houseId }) => ({ campaignId, houseId }),
  },
  "POST /campaigns/{campaignId}/answers": {
    input: ({ campaignId, houseId }) => ({ campaignId, houseId, channel: "paper", answers }),
  },
  "POST /campaigns/{campaignId}/close": { input: ({ campaignId }) => ({ campaignId }) },

  "GET /projects/{projectId}/fee-settings": { input: ({ projectId }) => ({ projectId }) },
  "PATCH /projects/{projectId}/fee-settings": { input: ({ projectId }) => ({ projectId, dueDays: 10 }) },
  "GET /projects/{projectId}/charge-standards": { input: ({ projectId }) => ({ projectId }) },
  "POST /projects/{projectId}/charge-standards": {
    input: ({ projectId }) => ({
      projectId,
      item: "停车费",
      fenPerM2: 100,
      from: "2039-01",
      approval: "业主大会决议",
    }),
  },
  "POST /projects/{projectId}/charge-standards/{standardId}/withdraw": {
    input: ({ projectId, standardId }) => ({ projectId, standardId, reason: "填错了" }),
    answer: [200, 409],
  },
  "GET /projects/{projectId}/billing-runs/preview": {
    input: ({ projectId }) => ({ projectId, period: thisMonth }),
    answer: [200, 409],
  },
  "GET /projects/{projectId}/billing-runs": { input: ({ projectId }) => ({ projectId, ...page }) },
  "POST /projects/{projectId}/billing-runs": {
    input: ({ projectId }) => ({ projectId, period: thisMonth }),
    answer: [201, 409],
  },
  "GET /billing-runs/{runId}": { input: ({ runId }) => ({ runId }) },
  "POST /billing-runs/{runId}/continue": { input: ({ runId }) => ({ runId }), answer: [200, 409] },
  "GET /projects/{projectId}/bills": {
    input: ({ projectId }) => ({ projectId, period: thisMonth, ...page }),
  },
  "GET /projects/{projectId}/payments": { input: ({ projectId }) => ({ projectId, ...page }) },
  "GET /projects/{projectId}/owing": { input: ({ projectId }) => ({ projectId, ...page }) },
  "GET /bills/{billId}": { input: ({ billId }) => ({ billId }) },
  "POST /bills/{billId}/waive": { input: ({ billId }) => ({ billId, amount: 100, reason: "电梯停用补偿" }) },
  "POST /bills/{billId}/cancel": {
    input: ({ billId }) => ({ billId, reason: "开错了" }),
    answer: [200, 409],
  },
  "POST /bills/{billId}/reissue": { input: ({ billId }) => ({ billId }), answer: [201, 409] },
  "GET /houses/{houseId}/arrears": { input: ({ houseId }) => ({ houseId }) },
  "GET /houses/{houseId}/bills": { input: ({ houseId }) => ({ houseId, ...page }) },
  "GET /houses/{houseId}/payments": { input: ({ houseId }) => ({ houseId, ...page }) },
  "POST /houses/{houseId}/settle": { input: ({ houseId }) => ({ houseId }) },
  "POST /payments": { input: ({ houseId }) => ({ houseId, method: "cash", amount: 500 }) },
  "GET /payments/{paymentId}": { input: ({ paymentId }) => ({ paymentId }) },
  "POST /payments/{paymentId}/refund": {
    input: ({ paymentId }) => ({ paymentId, amount: 100, reason: "多收了" }),
  },
  "POST /payments/{paymentId}/cancel": {
    input: ({ paymentId }) => ({ paymentId, reason: "记错了" }),
    answer: [200, 409],
  },

  "GET /figures/comparison": {},
  "GET /figures/comparison.xlsx": {},
  "GET /ticket-reports/{month}/xlsx": { input: ({ projectId }) => ({ month: thisMonth, projectId }) },
  "GET /ticket-reports/{month}/pdf": { input: ({ projectId }) => ({ month: thisMonth, projectId }) },
  "GET /figures/dashboard": { input: ({ projectId }) => ({ projectId }) },
  "GET /figures/dashboard.xlsx": { input: ({ projectId }) => ({ projectId }) },
  "GET /figures/records": { input: ({ projectId }) => ({ projectId, figure: "completion", limit: "1" }) },
  "PUT /figures/closings/{month}": {
    input: ({ projectId }) => ({ month: "2026-01", projectIds: [projectId] }),
  },
  "GET /figures/corrections": {
    input: ({ projectId }) => ({ projectId, month: "2026-01", figure: "current", limit: "1" }),
  },

  "DELETE /telephone/connection": {},

  // Last, since they end the session all of this is sent with.
  "DELETE /sessions/{sessionId}": { input: ({ sessionId }) => ({ sessionId }) },
  "DELETE /sessions": { answer: [401] },
};
