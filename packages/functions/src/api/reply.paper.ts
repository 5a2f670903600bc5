import { getReplyPdf } from "@frontdesk/core/reply/paper";
import { sendReply } from "@frontdesk/core/reply/send";
import { download, json, routes } from "./route";

/** What of letters needs their paper: a library and a typeface that no other route should load. */
export const replyPaperRoutes = routes({
  "GET /replies/{replyId}/pdf": download(getReplyPdf),
  "POST /replies/{replyId}/send": json(sendReply),
});
