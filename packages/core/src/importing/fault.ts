import { DomainError } from "../error";

/** Why a whole file cannot be read, in the words shown to people. The keys are stable codes. */
export const fileFaults = {
  empty: { zh: "文件是空的", en: "The file is empty" },
  too_large: { zh: "文件太大", en: "The file is too large" },
  zip_bomb: { zh: "文件解压后异常巨大，已拒绝", en: "The file unpacks to an abnormal size and was refused" },
  zip_broken: {
    zh: "文件已损坏或不完整，请重新导出后再试",
    en: "The file is damaged or incomplete; please export it again",
  },
  encrypted: {
    zh: "文件有密码保护，请取消密码后再试",
    en: "The file is protected by a password; please remove it first",
  },
  legacy_xls: {
    zh: "这是旧版 .xls 文件，请另存为 .xlsx 或 CSV",
    en: "This is an old .xls file; please save it as .xlsx or CSV",
  },
  executable: { zh: "这是程序文件，不是表格", en: "This is a program, not a spreadsheet" },
  wrong_type: {
    zh: "这不是 .xlsx 或 CSV 表格",
    en: "This is neither an .xlsx spreadsheet nor a CSV file",
  },
  encoding_unknown: {
    zh: "无法识别文字编码，请另存为 UTF-8 编码的 CSV 或 .xlsx",
    en: "The text encoding is not recognised; please save as UTF-8 CSV or .xlsx",
  },
  csv_broken: {
    zh: "CSV 格式有误，请检查引号是否成对",
    en: "The CSV is malformed; please check that quotes are in pairs",
  },
  too_many_rows: { zh: "行数超过上限，请分成几个文件", en: "Too many rows; please split the file" },
  too_many_columns: { zh: "列数超过上限", en: "Too many columns" },
  no_headings: {
    zh: "没有找到表头，请确认第一张表含有列名",
    en: "No heading row was found; please check that the sheet has column names",
  },
} as const satisfies Record<string, { zh: string; en: string }>;

/** A stable code for a file that cannot be read at all. */
export type FileFault = keyof typeof fileFaults;

/**
 * The whole file is refused; nothing of it may be taken in.
 * `fault` is the stable code, `detail` says where (a line, a part), `field` is always "file".
 */
export class ImportError extends DomainError {
  constructor(
    readonly fault: FileFault,
    readonly detail?: string,
  ) {
    super(fault === "too_large" ? "too_large" : "bad_request", fileFaults[fault].en, "file");
    this.name = "ImportError";
  }
}
