/** A typed phone as the server keeps it, "138 0000 1111" → "+8613800001111", "021-5555 1234" → "+862155551234"; undefined for what is none. */
export function internationalPhone(typed: string): string | undefined {
  const plain = typed.normalize("NFKC").replace(/[\s().-]/g, "");
  const digits = /^1[3-9]\d{9}$/.test(plain)
    ? `+86${plain}`
    : plain.replace(/^00(?=[1-9])/, "+").replace(/^0(?=[1-9]\d{8,11}$)/, "+86");
  return /^\+[1-9]\d{5,14}$/.test(digits) ? digits : undefined;
}

/** A kept phone as people read it aloud: "+8613800001111" → "138 0000 1111"; others as they are. */
export const readablePhone = (phone: string): string =>
  phone.replace(/^\+86(1\d{2})(\d{4})(\d{4})$/, "$1 $2 $3");

/** A form's rule for a field that may be left empty: what is typed is a phone, else `fault` is said. */
export const phoneRule = (fault: string) => ({
  validator: (_: unknown, value: string | undefined) =>
    !value || internationalPhone(value) ? Promise.resolve() : Promise.reject(new Error(fault)),
});
