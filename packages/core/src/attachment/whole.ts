import type { ContentType } from "./kinds";

/** Reads a part of a file: fewer bytes where it ends. */
export type Read = (from: number, length: number) => Promise<Uint8Array>;

const at = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const text = (bytes: Uint8Array, from: number, length: number) =>
  Buffer.from(bytes.subarray(from, from + length)).toString("latin1");

/**
 * Whether a file is there from its beginning to its end, as far as its form tells: a photo or video that broke off on
 * the way is refused while whoever took it can still send it again. Sound may stop anywhere and still be heard.
 */
export async function isWhole(contentType: ContentType, size: number, read: Read): Promise<boolean> {
  switch (contentType) {
    case "image/jpeg":
      return endsJpeg(await read(0, size));
    case "image/png":
      return endsPng(await read(0, size));
    case "image/webp":
      return size >= at(await read(0, 12)).getUint32(4, true) + 8;
    case "video/mp4":
    case "video/quicktime":
    case "audio/mp4":
      return hasAllBoxes(size, read);
    default:
      return true;
  }
}

/** A JPEG is segments, of which the preview has an end of its own, then the picture up to its end. */
function endsJpeg(bytes: Uint8Array): boolean {
  let place = 2;
  while (place + 4 <= bytes.length && bytes[place] === 0xff) {
    const marker = bytes[place + 1];
    if (marker === 0xda)
      return Buffer.from(bytes.buffer, bytes.byteOffset + place, bytes.length - place).includes(
        "ffd9",
        0,
        "hex",
      );
    place += 2 + at(bytes).getUint16(place + 2);
  }
  return false;
}

/** A PNG is chunks, the last of them IEND. */
function endsPng(bytes: Uint8Array): boolean {
  let place = 8;
  while (place + 12 <= bytes.length) {
    if (text(bytes, place + 4, 4) === "IEND") return true;
    place += 12 + at(bytes).getUint32(place);
  }
  return false;
}

/** No film of ours has more parts; each is a read of its own. */
const mostBoxes = 200;

/** An MP4 is boxes one after the other up to the very end, one of which says where everything is. */
async function hasAllBoxes(size: number, read: Read): Promise<boolean> {
  let place = 0;
  let isDescribed = false;
  for (let count = 0; count < mostBoxes && place < size; count++) {
    const head = await read(place, 16);
    if (head.length < 8) return false;
    const short = at(head).getUint32(0);
    const length = short === 1 && head.length === 16 ? Number(at(head).getBigUint64(8)) : short;
    isDescribed ||= text(head, 4, 4) === "moov";
    // A box of no length goes on to the end.
    if (length === 0) return isDescribed;
    if (length < 8) return false;
    place += length;
  }
  return place === size && isDescribed;
}
