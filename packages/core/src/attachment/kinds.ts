/** A file of an evidence's size and no more: what a phone's camera and recorder make of a minute or two. */
const megabyte = 1024 * 1024;

/** What may be attached, told by its content and never by its name, and how many bytes of each. */
export const kinds = {
  photo: { most: 10 * megabyte, types: ["image/jpeg", "image/png", "image/webp", "image/gif"] },
  video: { most: 50 * megabyte, types: ["video/mp4", "video/quicktime", "video/webm"] },
  recording: {
    most: 20 * megabyte,
    types: ["audio/mp4", "audio/mpeg", "audio/wav", "audio/webm", "audio/ogg"],
  },
} as const;
export type AttachmentKind = keyof typeof kinds;
export type ContentType = (typeof kinds)[AttachmentKind]["types"][number];

export const photoTypes = kinds.photo.types;
export const contentTypes: readonly ContentType[] = Object.values(kinds).flatMap(({ types }) => types);

/** What an attachment is, by its content's type. */
export const kindOfType = (contentType: ContentType): AttachmentKind =>
  contentType.startsWith("image/") ? "photo" : contentType.startsWith("video/") ? "video" : "recording";

/** How a file of a type ends, where somebody saves it. */
export const endings: Record<ContentType, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/gif": "gif",
  "video/mp4": "mp4",
  "video/quicktime": "mov",
  "video/webm": "webm",
  "audio/mp4": "m4a",
  "audio/mpeg": "mp3",
  "audio/wav": "wav",
  "audio/webm": "weba",
  "audio/ogg": "ogg",
};
