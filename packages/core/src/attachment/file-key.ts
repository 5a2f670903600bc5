/** Where an attachment's bytes lie. */
export const fileKey = (tenantId: string, attachmentId: string) => `${tenantId}/${attachmentId}`;

/** Where the small picture of a photo lies. */
export const smallKey = (tenantId: string, attachmentId: string) =>
  `${fileKey(tenantId, attachmentId)}-small`;
