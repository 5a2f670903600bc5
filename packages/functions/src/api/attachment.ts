import {
  addPhoto,
  addSmall,
  getAttachment,
  getPhoto,
  removeAttachment,
  takeAttachment,
} from "@frontdesk/core/attachment/index";
import { startUpload } from "@frontdesk/core/attachment/upload";
import { created, download, json, routes, upload } from "./route";

export const attachmentRoutes = routes({
  "POST /uploads": created(startUpload),
  "POST /projects/{projectId}/photos": upload(addPhoto),
  "POST /photos/{attachmentId}/small": upload(addSmall),
  "GET /photos/{attachmentId}": download(getPhoto),
  "POST /projects/{projectId}/attachments": created(takeAttachment),
  "GET /attachments/{attachmentId}": json(getAttachment),
  "POST /attachments/{attachmentId}/remove": json(removeAttachment),
});
