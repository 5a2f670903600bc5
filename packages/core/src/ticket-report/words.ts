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
  kinds: Record<TicketKind, string>;
  channels: Record<TicketChannel, string>;
  urgencies: Record<Urgency, string>;
  states: Record<State, string>;
};

/** Every column of the report, in its order. */
export const columnNames = [
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
  "paid",
  "calledBackAt",
  "satisfied",
  "reopened",
  "closedAt",
  "state",
] as const;
export type ColumnName = (typeof columnNames)[number];

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
      paid: "有偿",
      calledBackAt: "回访时间",
      satisfied: "满意",
      reopened: "重开次数",
      closedAt: "办结时间",
      state: "状态",
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
      paid: "Paid",
      calledBackAt: "Called back",
      satisfied: "Satisfied",
      reopened: "Times reopened",
      closedAt: "Closed",
      state: "State",
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
