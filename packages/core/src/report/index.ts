export { codeMinutes } from "./code";
export { confirmReport, getReport, resendCode, type Standing } from "./confirm";
export { getReportDesk } from "./desk";
export { maxPhotos, type Report, ReportDraft } from "./draft.entity";
export { reportPhone } from "./phone";
export { addReportPhotos } from "./photos";
export { startReport } from "./start";
