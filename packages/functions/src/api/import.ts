import {
  createImport,
  discardImport,
  downloadRefused,
  getImport,
  listImports,
  matchImport,
  startImport,
} from "@frontdesk/core/import/index";
import { download, json, routes, upload } from "./route";

export const importRoutes = routes({
  "GET /imports": json(listImports),
  "POST /imports": upload(createImport),
  "GET /imports/{importId}": json(getImport),
  "PUT /imports/{importId}/matching": json(matchImport),
  "POST /imports/{importId}/start": json(startImport),
  "GET /imports/{importId}/refused": download(downloadRefused),
  "DELETE /imports/{importId}": json(discardImport),
});
