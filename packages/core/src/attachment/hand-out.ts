import { newId } from "../id";
import { storage } from "./storage";
import { uploadKey } from "./upload";

/**
 * Puts a file that no answer holds where whoever acts can fetch it, and tells the address, good for five minutes. It is
 * forgotten after a day, like what waits there to be taken in.
 */
export async function handOut(file: { fileName: string; contentType: string; bytes: Uint8Array }) {
  const key = uploadKey(newId("upload"));
  await storage().put(key, file.bytes);
  return storage().link(key, { contentType: file.contentType, fileName: file.fileName, saved: true });
}
