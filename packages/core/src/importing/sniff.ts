import { ImportError } from "./fault";
import type { ByteSource } from "./source";

const startsWith = (head: Buffer, ...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);

const isProgram = (head: Buffer) =>
  startsWith(head, 0x4d, 0x5a) || // MZ: Windows
  startsWith(head, 0x7f, 0x45, 0x4c, 0x46) || // ELF
  startsWith(head, 0xca, 0xfe, 0xba, 0xbe) || // Java class, fat Mach-O
  (head[3] === 0xfe && head[2] === 0xed && head[1] === 0xfa) ||
  startsWith(head, 0xcf, 0xfa, 0xed, 0xfe) || // Mach-O
  startsWith(head, 0x23, 0x21); // #!

const hasUtf16Mark = (head: Buffer) => startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff);

/** Markup that calls itself .xls is common ("HTML table" exports); it has no cells that could be trusted. */
const isMarkup = (head: Buffer) =>
  /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|\?xml|table|meta|head)/i.test(head.toString("latin1"));

const isOtherBinary = (head: Buffer) =>
  startsWith(head, 0x25, 0x50, 0x44, 0x46) || // %PDF
  startsWith(head, 0x1f, 0x8b) || // gzip
  startsWith(head, 0x52, 0x61, 0x72, 0x21) || // Rar!
  startsWith(head, 0x37, 0x7a, 0xbc, 0xaf) || // 7z
  startsWith(head, 0x89, 0x50, 0x4e, 0x47) || // PNG
  startsWith(head, 0xff, 0xd8, 0xff) || // JPEG
  (!hasUtf16Mark(head) && head.includes(0));

/** An encrypted .xlsx hides in the same container as an old .xls; its directory names the package. */
async function oleFault(source: ByteSource): Promise<"encrypted" | "legacy_xls"> {
  const name = Buffer.from("EncryptedPackage", "utf16le");
  const window = 1 << 20;
  for (let at = 0; at < source.size; at += window) {
    const part = await source.read(at, window + name.length);
    if (part.includes(name)) return "encrypted";
  }
  return "legacy_xls";
}

/**
 * Tells by content, never by name, whether a file is a zip (perhaps .xlsx) or text (perhaps CSV).
 * Throws ImportError `encrypted`, `legacy_xls`, `executable` or `wrong_type`.
 */
export async function sniff(source: ByteSource): Promise<"zip" | "text"> {
  const head = await source.read(0, 4096);
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06)) return "zip";
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) throw new ImportError(await oleFault(source));
  if (isProgram(head)) throw new ImportError("executable");
  if (isOtherBinary(head) || isMarkup(head)) throw new ImportError("wrong_type");
  return "text";
}
