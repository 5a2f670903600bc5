import { ImportError } from "./fault";

/** Called for each element without its namespace prefix; attributes keep theirs. */
export interface XmlHandler {
  open(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * Parses XML as it arrives and yields once per piece, so that the caller can hand on what the handler has
 * gathered. A document type (which could define entities) or malformed XML throws ImportError `zip_broken`.
 */
export async function* parseXml(pieces: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<void> {
  const { SaxesParser } = await import("saxes");
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => handler.open(local(tag.name), tag.attributes));
  parser.on("closetag", (tag) => handler.close?.(local(tag.name)));
  parser.on("text", (text) => handler.text?.(text));
  parser.on("cdata", (text) => handler.text?.(text));
  parser.on("doctype", () => {
    throw new ImportError("zip_broken", "document type in a part");
  });
  const decoder = new TextDecoder("utf-8");
  const feed = (text: string | null) => {
    try {
      if (text === null) parser.close();
      else parser.write(text);
    } catch (error) {
      if (error instanceof ImportError) throw error;
      throw new ImportError("zip_broken", error instanceof Error ? error.message : undefined);
    }
  };
  for await (const piece of pieces) {
    feed(decoder.decode(piece, { stream: true }));
    yield;
  }
  feed(decoder.decode());
  feed(null);
  yield;
}

/** Parses a whole part for its handler's effect alone. */
export async function walkXml(pieces: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  for await (const _ of parseXml(pieces, handler));
}
