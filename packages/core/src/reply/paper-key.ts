import type { ReplyItem } from "./reply.entity";

/** Where the paper of a letter lies that was sent. */
export const paperKey = ({ tenantId, replyId }: Pick<ReplyItem, "tenantId" | "replyId">) =>
  `${tenantId}/${replyId}`;
