import type { TicketKind } from "@frontdesk/core/ticket/kind";
import type { Catalogue } from "./locale";

type Names = { kinds: Record<TicketKind, string> };

/** The kinds of tickets, as residents call them. */
export const ticketTexts: Catalogue<Names> = {
  "zh-CN": {
    kinds: {
      repair: "报修",
      complaint: "投诉",
      suggestion: "建议",
      inquiry: "咨询",
      praise: "表扬",
      emergency: "突发事件",
    },
  },
  en: {
    kinds: {
      repair: "Repair",
      complaint: "Complaint",
      suggestion: "Suggestion",
      inquiry: "Question",
      praise: "Praise",
      emergency: "Emergency",
    },
  },
};
