/** The smallest films and sounds that are what they say, made by hand from the descriptions of their forms. */
const box = (type: string, body: Uint8Array = new Uint8Array()) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
};
const filled = (length: number) => Buffer.alloc(length, 7);

/** An MP4, or with another brand what else is made of boxes. */
export const mp4 = (brand = "isom", length = 200) =>
  Buffer.concat([
    box("ftyp", Buffer.from(`${brand}\x00\x00\x02\x00${brand}mp41`, "latin1")),
    box("mdat", filled(length)),
    box("moov", box("mvhd", filled(100))),
  ]);

/** A WebM of some codec: "V_VP9" for pictures, "A_OPUS" for sound alone. */
export const webm = (codec: string) =>
  Buffer.concat([
    Buffer.from(
      "1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff",
      "hex",
    ),
    Buffer.from(`\x86${String.fromCharCode(0x80 + codec.length)}${codec}`, "latin1"),
    filled(100),
  ]);

export const wav = () =>
  Buffer.concat([
    Buffer.from("RIFF", "latin1"),
    Buffer.from([44, 0, 0, 0]),
    Buffer.from(
      "WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x40\x1f\x00\x00\x40\x1f\x00\x00\x01\x00\x08\0data\x08\x00\x00\x00",
      "latin1",
    ),
    filled(8),
  ]);

/** An MP3 behind the tag that phones put before it. */
export const mp3 = () =>
  Buffer.concat([
    Buffer.from("ID3\x03\x00\x00\x00\x00\x00\x0a", "latin1"),
    filled(10),
    Buffer.from("fffb9064", "hex"),
    filled(600),
  ]);

export const ogg = () =>
  Buffer.concat([
    Buffer.from("OggS\x00\x02", "latin1"),
    Buffer.alloc(21),
    Buffer.from("\x13OpusHead\x01\x01", "latin1"),
    filled(60),
  ]);

/** A JPEG with a preview of its own, as cameras make them. */
export const jpeg = (tail = Buffer.from("ffd9", "hex")) => {
  const exif = Buffer.concat([Buffer.from("Exif\x00\x00", "latin1"), Buffer.from("ffd8ffda0002ffd9", "hex")]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  return Buffer.concat([
    Buffer.from("ffd8ffe1", "hex"),
    length,
    exif,
    Buffer.from("ffda0002", "hex"),
    filled(50),
    tail,
  ]);
};
