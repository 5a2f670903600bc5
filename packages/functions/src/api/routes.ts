import { attachmentRoutes } from "./attachment";
import { auditRoutes } from "./audit";
import { feeRoutes } from "./fee";
import { figureRoutes } from "./figure";
import { houseRoutes } from "./house";
import { importRoutes } from "./import";
import { projectRoutes } from "./project";
import { surveyRoutes } from "./survey";

/** Every route there is. The isolation manifest, the API document and the web app's types are made from this. */
export const routes = {
  ...attachmentRoutes,
  ...auditRoutes,
  ...feeRoutes,
  ...figureRoutes,
  ...houseRoutes,
  ...importRoutes,
  ...projectRoutes,
  ...surveyRoutes,
};
