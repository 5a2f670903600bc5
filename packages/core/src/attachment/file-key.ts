/** Where an attachment's bytes lie. */
export const fileKey = (tenantId: string, attachmentId: string) => `${tenantId}/${attachmentId}`;
