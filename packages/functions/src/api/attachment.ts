import { addPhoto, getPhoto } from "@frontdesk/core/attachment/index";
import { startUpload } from "@frontdesk/core/attachment/upload";
import { created, download, routes, upload } from "./route";

export const attachmentRoutes = routes({
  "POST /uploads": created(startUpload),
  "POST /projects/{projectId}/photos": upload(addPhoto),
  "GET /photos/{attachmentId}": download(getPhoto),
});
