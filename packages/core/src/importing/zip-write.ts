import { crc32, deflateRawSync } from "node:zlib";

/** A file to be put into a zip. */
export type Part = { name: string; text: string };

/** Midnight of 1 January 1980, the first moment a zip can tell: the same parts make the same bytes. */
const epoch = { time: 0, date: 33 };
const utf8Names = 0x0800;
const deflated = 8;

/** A zip (PKWARE's APPNOTE 6.3, without its 64-bit form) of some texts, packed; for files of less than 4 GB. */
export function zipOf(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of parts) {
    const plain = Buffer.from(text, "utf8");
    const packed = deflateRawSync(plain);
    const title = Buffer.from(name, "utf8");
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(utf8Names, 2);
    common.writeUInt16LE(deflated, 4);
    common.writeUInt16LE(epoch.time, 6);
    common.writeUInt16LE(epoch.date, 8);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(plain.length, 18);
    common.writeUInt16LE(title.length, 22);
    bodies.push(signature(0x04034b50), common, title, packed);
    // Made by version, then the same, then comment, disk and attributes, all none, and where the file begins.
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(signature(0x02014b50), Buffer.from([20, 0]), common, rest, title);
    offset += 4 + common.length + title.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listed, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
