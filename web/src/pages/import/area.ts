/** An area given in 1/100 m² with two decimals and its unit: 1234567 → "12,345.67 m²". */
export function formatArea(hundredths: number, locale: string): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return `${new Intl.NumberFormat(locale, digits).format(hundredths / 100)} m²`;
}
