export { type AllowanceKind, allowances } from "./allowance";
export { clearReports } from "./clear";
export { codeMinutes, maxTries } from "./code";
export { confirmReport, getReport, resendCode, type Standing } from "./confirm";
export { getReportDesk } from "./desk";
export { maxPhotos, type Report, ReportDraft, reportFields } from "./draft.entity";
export { reportPhone } from "./phone";
export { addReportPhotos } from "./photos";
export { startReport } from "./start";
