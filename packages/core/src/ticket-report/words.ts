import type { Locale } from "../tenant/tenant.entity";
import type { TicketChannel, TicketKind, Urgency } from "../ticket/kind";
import type { State } from "../ticket/states";

/** What a ticket report may list. */
export const reportLists = ["all", "paid"] as const;
export type ReportList = (typeof reportLists)[number];

export type Words = {
  title: Record<ReportList, string>;
  allProjects: string;
  made: string;
  rows: string;
  none: string;
  figures: string;
  /** Completed on time, where there is little room. */
  onTime: string;
  yes: string;
  no: string;
  columns: Record<ColumnName, string>;
  /** The same on paper, where there is little room. */
  short: Partial<Record<ColumnName, string>>;
  consents: Record<"link" | "signature", string>;
  payments: Record<Payment, string>;
  totals: Record<(typeof totalNames)[number], string>;
  kinds: Record<TicketKind, string>;
  channels: Record<TicketChannel, string>;
  urgencies: Record<Urgency, string>;
  states: Record<State, string>;
};

/** Whether a paid service was paid, by the bill it was charged on. */
export type Payment = "paid" | "partly" | "unpaid" | "waived" | "cancelled";

/** What the paid services of a list come to; all but the first in yuan. */
export const totalNames = ["services", "labour", "materials", "total", "outstanding"] as const;

/** Every column of the list of tickets, in its order. */
const ticketColumns = [
  "number",
  "project",
  "house",
  "reporter",
  "phone",
  "kind",
  "category",
  "urgency",
  "channel",
  "words",
  "registeredAt",
  "registeredBy",
  "respondedAt",
  "responseOnTime",
  "doneBy",
  "completedAt",
  "completedOnTime",
  "outcome",
  "used",
  "usedWorth",
  "paid",
  "calledBackAt",
  "satisfied",
  "reopened",
  "closedAt",
  "state",
] as const;

/** Every column of the list of paid services, in its order; money in yuan. */
const paidColumns = [
  ...(["number", "project", "house", "reporter", "phone", "category", "words"] as const),
  ...(["lines", "labour", "materials", "total", "used", "usedWorth"] as const),
  ...(["consent", "consentAt", "consentBy", "doneBy", "completedAt"] as const),
  ...(["bill", "payment", "outstanding", "calledBackAt", "satisfied", "state"] as const),
] as const;

/** The columns of each list. */
export const columnsOf = { all: ticketColumns, paid: paidColumns } as const;
export type TicketColumn = (typeof ticketColumns)[number];
export type ColumnName = TicketColumn | (typeof paidColumns)[number];
/** The columns that are said of paid service alone. */
export type PaidColumn = Exclude<ColumnName, TicketColumn>;

export const reportWords: Record<Locale, Words> = {
  "zh-CN": {
    title: { all: "报事月报", paid: "有偿服务清单" },
    allProjects: "全部项目",
    made: "制表时间",
    rows: "共",
    none: "本月没有",
    figures: "指标",
    onTime: "及时",
    yes: "是",
    no: "否",
    columns: {
      number: "单号",
      project: "项目",
      house: "房号",
      reporter: "报事人",
      phone: "电话",
      kind: "类型",
      category: "类别",
      urgency: "紧急程度",
      channel: "渠道",
      words: "事由",
      registeredAt: "登记时间",
      registeredBy: "登记人",
      respondedAt: "首次响应",
      responseOnTime: "响应及时",
      doneBy: "处理人",
      completedAt: "完成时间",
      completedOnTime: "完成及时",
      outcome: "处理结果",
      used: "实际用料",
      usedWorth: "实际用料金额（元）",
      paid: "有偿",
      calledBackAt: "回访时间",
      satisfied: "满意",
      reopened: "重开次数",
      closedAt: "办结时间",
      state: "状态",
      lines: "服务与材料明细",
      labour: "人工费（元）",
      materials: "材料费（元）",
      total: "合计（元）",
      consent: "同意方式",
      consentAt: "同意时间",
      consentBy: "同意人",
      bill: "账单号",
      payment: "付款情况",
      outstanding: "未付（元）",
    },
    short: {
      ...{ labour: "人工费", materials: "材料费", total: "合计", used: "用料" },
      ...{ consent: "同意", payment: "付款" },
    },
    consents: { link: "链接", signature: "签字" },
    payments: {
      ...{ paid: "已付", partly: "部分已付", unpaid: "未付", waived: "已减免", cancelled: "已作废" },
    },
    totals: {
      ...{ services: "有偿服务件数", labour: "人工费合计", materials: "材料费合计" },
      ...{ total: "有偿服务合计", outstanding: "未付合计" },
    },
    kinds: {
      ...{ repair: "报修", complaint: "投诉", suggestion: "建议" },
      ...{ inquiry: "咨询", praise: "表扬", emergency: "突发事件" },
    },
    channels: {
      ...{ call: "电话", visit: "来访", letter: "来信", online: "线上" },
      ...{ qr: "扫码", patrol: "巡查", member: "员工代报" },
    },
    urgencies: { ordinary: "一般", urgent: "紧急", large: "大修" },
    states: {
      ...{ registered: "待派工", assigned: "待接单", accepted: "已接单", started: "处理中" },
      ...{ completed: "待回访", closed: "已办结", void: "已作废" },
    },
  },
  en: {
    title: { all: "Monthly ticket report", paid: "Paid services" },
    allProjects: "All projects",
    made: "Made",
    rows: "Rows:",
    none: "None in this month",
    figures: "Figures",
    onTime: "On time",
    yes: "yes",
    no: "no",
    columns: {
      number: "Number",
      project: "Project",
      house: "House",
      reporter: "Reported by",
      phone: "Phone",
      kind: "Kind",
      category: "Category",
      urgency: "Urgency",
      channel: "Came in by",
      words: "What was said",
      registeredAt: "Registered",
      registeredBy: "Registered by",
      respondedAt: "First response",
      responseOnTime: "Response on time",
      doneBy: "Done by",
      completedAt: "Completed",
      completedOnTime: "Completed on time",
      outcome: "What was done",
      used: "Materials used",
      usedWorth: "Materials used (¥)",
      paid: "Paid",
      calledBackAt: "Called back",
      satisfied: "Satisfied",
      reopened: "Times reopened",
      closedAt: "Closed",
      state: "State",
      lines: "Work and materials",
      labour: "Work (¥)",
      materials: "Materials (¥)",
      total: "Total (¥)",
      consent: "Agreed by",
      consentAt: "Agreed at",
      consentBy: "Who agreed",
      bill: "Bill",
      payment: "Payment",
      outstanding: "Open (¥)",
    },
    short: {
      ...{ labour: "Work", materials: "Material", total: "Total", used: "Used" },
      ...{ consent: "By", payment: "Paid" },
    },
    consents: { link: "link", signature: "signature" },
    payments: {
      ...{ paid: "paid", partly: "partly", unpaid: "unpaid", waived: "waived", cancelled: "cancelled" },
    },
    totals: {
      ...{ services: "Paid services", labour: "Work in all", materials: "Materials in all" },
      ...{ total: "Paid services in all", outstanding: "Still open" },
    },
    kinds: {
      ...{ repair: "Repair", complaint: "Complaint", suggestion: "Suggestion" },
      ...{ inquiry: "Inquiry", praise: "Praise", emergency: "Emergency" },
    },
    channels: {
      ...{ call: "Call", visit: "Visit", letter: "Letter", online: "Online" },
      ...{ qr: "QR code", patrol: "Patrol", member: "Member" },
    },
    urgencies: { ordinary: "Ordinary", urgent: "Urgent", large: "Large" },
    states: {
      ...{ registered: "To dispatch", assigned: "To accept", accepted: "Accepted", started: "In work" },
      ...{ completed: "To call back", closed: "Closed", void: "Void" },
    },
  },
};
