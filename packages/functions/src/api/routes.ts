import { attachmentRoutes } from "./attachment";
import { auditRoutes } from "./audit";
import { authRoutes } from "./auth";
import { calendarRoutes } from "./calendar";
import { callbackRoutes } from "./callback";
import { categoryRoutes } from "./category";
import { clockRoutes } from "./clocks";
import { complaintRoutes } from "./complaint";
import { feeRoutes } from "./fee";
import { figureRoutes } from "./figure";
import { houseRoutes } from "./house";
import { importRoutes } from "./import";
import { letterRoutes } from "./letter";
import { memberRoutes } from "./member";
import { praiseRoutes } from "./praise";
import { priceRoutes } from "./price";
import { projectRoutes } from "./project";
import { quoteRoutes } from "./quote";
import { replyRoutes } from "./reply";
import { replyPaperRoutes } from "./reply.paper";
import { reportRoutes } from "./report";
import { rosterRoutes } from "./roster";
import { routingRoutes } from "./routing";
import { sessionRoutes } from "./session";
import { surveyRoutes } from "./survey";
import { telephoneRoutes } from "./telephone";
import { tenantRoutes } from "./tenant";
import { ticketRoutes } from "./ticket";
import { ticketFilterRoutes } from "./ticket-filter";
import { ticketReportRoutes } from "./ticket-report";

/** Every route there is. The isolation manifest, the API document and the web app's types are made from this. */
export const routes = {
  ...attachmentRoutes,
  ...auditRoutes,
  ...authRoutes,
  ...calendarRoutes,
  ...callbackRoutes,
  ...categoryRoutes,
  ...clockRoutes,
  ...complaintRoutes,
  ...feeRoutes,
  ...figureRoutes,
  ...houseRoutes,
  ...importRoutes,
  ...letterRoutes,
  ...memberRoutes,
  ...priceRoutes,
  ...praiseRoutes,
  ...projectRoutes,
  ...sessionRoutes,
  ...quoteRoutes,
  ...replyPaperRoutes,
  ...replyRoutes,
  ...reportRoutes,
  ...rosterRoutes,
  ...routingRoutes,
  ...surveyRoutes,
  ...telephoneRoutes,
  ...tenantRoutes,
  ...ticketFilterRoutes,
  ...ticketReportRoutes,
  ...ticketRoutes,
};
