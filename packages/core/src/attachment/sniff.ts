import { type ContentType, contentTypes } from "./kinds";

/** So much of a file tells what it is; a song's cover may lie before the first sound. */
export const tellingBytes = 512 * 1024;

/** Other names for what we know by one. */
const names: Record<string, ContentType> = {
  "audio/x-m4a": "audio/mp4",
  "video/x-m4v": "video/mp4",
  "audio/ogg; codecs=opus": "audio/ogg",
};

/** What a file is, by its first bytes; undefined for anything that may not be attached. */
export async function contentTypeOf(head: Uint8Array): Promise<ContentType | undefined> {
  const { fileTypeFromBuffer } = await import("file-type");
  const mime = (await fileTypeFromBuffer(head))?.mime ?? "";
  const found = names[mime] ?? contentTypes.find((type) => type === mime);
  return found === "video/webm" && !hasPictures(head) ? "audio/webm" : found;
}

/** Whether a WebM names a codec for pictures ("V_VP9") among its tracks, which stand at its beginning. */
const hasPictures = (head: Uint8Array) => /V_(VP|AV|MPEG)/.test(Buffer.from(head).toString("latin1"));
