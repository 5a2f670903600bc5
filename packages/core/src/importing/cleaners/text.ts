import { type Cell, cellText } from "../cell";

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** One line of text: full-width forms made ordinary (NFKC), invisible characters gone, white space single. */
export const tidy = (cell: Cell | undefined): string =>
  cellText(cell).normalize("NFKC").replace(invisible, "").replace(/\s+/g, " ").trim();

/** As `tidy`, without any white space: for codes, numbers and dates. */
export const squeezed = (cell: Cell | undefined): string => tidy(cell).replace(/\s+/g, "");

/** What people write into a cell to say that there is nothing to write. */
export const saysNothing = (text: string): boolean =>
  /^(?:|无|暂无|没有|空|n\/?a|none|null|-+|\/+)$/i.test(text);
