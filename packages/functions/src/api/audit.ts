import { listAudit } from "@frontdesk/core/audit/index";
import { json, routes } from "./route";

export const auditRoutes = routes({ "GET /audit": json(listAudit) });
