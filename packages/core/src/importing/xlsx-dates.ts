/** ECMA-376 18.8.30: the built-in formats that show a day; 27–36 and 50–58 are the East Asian ones. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);

/** Whether a number format shows a day (not just a time of day); `code` is given for a file's own formats. */
export function isDateFormat(id: number, code?: string): boolean {
  if (code === undefined) return isBuiltInDate(id);
  const letters = code
    .split(";", 1)
    .join("")
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "");
  return /[yd]/i.test(letters) && !/general/i.test(letters);
}

const epoch = Date.UTC(1899, 11, 30);

/**
 * The day and time of an Excel serial number, as if written in UTC; undefined outside 1900–9999.
 * Serials below 60 are one day off because Excel believes in 29 February 1900.
 */
export function serialToDate(serial: number, from1904 = false): Date | undefined {
  const days = from1904 ? serial + 1462 : serial;
  if (!(days >= 1 && days < 2_958_466)) return undefined;
  const ms = Math.round((days < 60 ? days + 1 : days) * 86_400) * 1000;
  return new Date(epoch + ms);
}
