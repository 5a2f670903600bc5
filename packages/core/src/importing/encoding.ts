import { ImportError } from "./fault";
import { type ByteSource, pieces } from "./source";

/** The encodings that spreadsheets in China are saved in. */
export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

function byMark(head: Buffer): TextEncodingName | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? "utf-8" : undefined;
}

async function decodes(source: ByteSource, encoding: TextEncodingName): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const piece of pieces(source)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/**
 * GB18030 accepts nearly any bytes, so Big5 or Latin-1 would pass as rare characters. Real Chinese text is
 * nearly all within GB 2312 (both bytes from A1); what falls outside of it for more than a fifth is not.
 */
async function looksChinese(source: ByteSource): Promise<boolean> {
  let common = 0;
  let rare = 0;
  let lead = 0;
  let skip = 0;
  for await (const piece of pieces(source)) {
    for (const byte of piece) {
      if (skip > 0) skip--;
      else if (lead === 0) lead = byte >= 0x80 ? byte : 0;
      else {
        if (lead >= 0xa1 && lead <= 0xf7 && byte >= 0xa1) common++;
        else rare++;
        // A digit in second place begins one of the four-byte characters.
        skip = byte >= 0x30 && byte <= 0x39 ? 2 : 0;
        lead = 0;
      }
    }
  }
  return rare * 4 <= common;
}

/**
 * The encoding of a text file: by its mark, else UTF-8 if all of it is valid UTF-8, else GB18030 (which
 * contains GBK and GB 2312) if it reads as Chinese. Anything else throws ImportError `encoding_unknown`.
 */
export async function detectEncoding(source: ByteSource): Promise<TextEncodingName> {
  const marked = byMark(await source.read(0, 3));
  if (marked) {
    if (await decodes(source, marked)) return marked;
    throw new ImportError("encoding_unknown", `not valid ${marked}`);
  }
  if (await decodes(source, "utf-8")) return "utf-8";
  if ((await decodes(source, "gb18030")) && (await looksChinese(source))) return "gb18030";
  throw new ImportError("encoding_unknown");
}

/** The text of a file piece by piece, without its byte order mark. */
export async function* decoded(
  source: ByteSource,
  encoding: TextEncodingName,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces(source)) {
    onBytes?.(piece.length);
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}
