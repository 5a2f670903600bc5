import { addPhoto, getPhoto } from "@frontdesk/core/attachment/index";
import { download, routes, upload } from "./route";

export const attachmentRoutes = routes({
  "POST /projects/{projectId}/photos": upload(addPhoto),
  "GET /photos/{attachmentId}": download(getPhoto),
});
