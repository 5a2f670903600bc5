import { encode } from "uqr";
import { posterTexts } from "./poster.texts";

/** Millimetres of an A5 sheet, and of what is left free around it. */
const sheet = { width: 148, height: 210, margin: 12 };
const brand = "#0b655a";

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");

/** About how wide a text is, in ems: Chinese letters take one, capitals two thirds, others a little over half. */
const widthOf = (text: string) =>
  [...text].reduce(
    (sum, letter) => sum + (/[⺀-￯]/.test(letter) ? 1 : /[A-Z@%MWmw]/.test(letter) ? 0.8 : 0.56),
    0,
  );

type Line = { text: string; y: number; size: number; weight?: number; colour?: string };

/** A line in the middle of the sheet, as large as it may be and fits. */
function line({ text, y, size, weight = 400, colour = "#1d2b2a" }: Line): string {
  const room = sheet.width - 2 * sheet.margin;
  const fitting = Math.min(size, room / Math.max(1, widthOf(text)));
  return `<text x="${sheet.width / 2}" y="${y}" font-size="${fitting.toFixed(2)}" font-weight="${weight}" fill="${colour}">${escaped(text)}</text>`;
}

/** The modules of a QR code as one path, `size` mm wide with the four modules of quiet the standard asks for. */
function code(url: string, x: number, y: number, size: number): string {
  const { data, size: modules } = encode(url, { ecc: "Q", border: 4 });
  const runs = data.flatMap((row, top) =>
    row.flatMap((dark, left) =>
      dark && !row[left - 1] ? [`M${left} ${top}h${runFrom(row, left)}v1H${left}z`] : [],
    ),
  );
  return `<svg x="${x}" y="${y}" width="${size}" height="${size}" viewBox="0 0 ${modules} ${modules}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${modules}v${modules}H0z"/><path d="${runs.join("")}"/></svg>`;
}

/** How many dark modules stand in a row from `left`. */
function runFrom(row: readonly boolean[], left: number): number {
  const end = row.indexOf(false, left);
  return (end < 0 ? row.length : end) - left;
}

/** A poster to print on A5: firm, project, the QR code that opens `url`, and two lines in Chinese and English. */
export function poster({
  firm,
  project,
  url,
  phone,
}: {
  firm: string;
  project: string;
  url: string;
  phone?: string;
}) {
  const { headline, hint, emergency } = posterTexts;
  const side = 96;
  const lines: Line[] = [
    { text: project, y: 41, size: 11, weight: 700 },
    { text: headline["zh-CN"], y: 53, size: 7.5, colour: brand, weight: 600 },
    { text: headline.en, y: 60, size: 5, colour: brand },
    { text: hint["zh-CN"], y: 171, size: 5 },
    { text: hint.en, y: 178, size: 4.2, colour: "#52625f" },
    { text: url.replace(/^https?:\/\//, ""), y: 185.5, size: 3.8, colour: "#52625f" },
    ...(phone
      ? [
          {
            text: `${emergency["zh-CN"]} ${emergency.en}: ${phone}`,
            y: 197,
            size: 5,
            weight: 600,
            colour: "#a5241c",
          },
        ]
      : []),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}mm" height="${sheet.height}mm" viewBox="0 0 ${sheet.width} ${sheet.height}" font-family="'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif" text-anchor="middle">
<title>${escaped(`${firm} · ${project}`)}</title>
<path fill="#fff" d="M0 0h${sheet.width}v${sheet.height}H0z"/>
<path fill="${brand}" d="M0 0h${sheet.width}v24H0z"/>
${line({ text: firm, y: 15.5, size: 8, weight: 600, colour: "#fff" })}
${lines.map(line).join("\n")}
${code(url, (sheet.width - side) / 2, 66, side)}
</svg>
`;
}
