import { ticketReportPdf, ticketReportXlsx } from "@frontdesk/core/ticket-report/index";
import { download, routes } from "./route";

export const ticketReportRoutes = routes({
  "GET /ticket-reports/{month}/xlsx": download(ticketReportXlsx),
  "GET /ticket-reports/{month}/pdf": download(ticketReportPdf),
});
