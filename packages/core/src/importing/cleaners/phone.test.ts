import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullWidth, mobile } from "../test-files";
import { cleanPhone } from "./phone";

/** The ways a mobile is written in real files. */
const dressed = (phone: string) => [
  phone,
  ` ${phone} `,
  `+86 ${phone}`,
  `+86-${phone}`,
  `0086${phone}`,
  `86${phone}`,
  fullWidth(phone),
  `＋８６${fullWidth(phone)}`,
  `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
  `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`,
  `\u202d${phone}\u202c`,
];

describe("phones", () => {
  it("give one form for every way to write a mobile", () => {
    fc.assert(
      fc.property(mobile, (phone) => {
        for (const written of dressed(phone)) expect(cleanPhone(written)).toBe(phone);
        expect(cleanPhone(Number(phone))).toBe(phone);
      }),
    );
  });

  it("take landlines with area codes, extensions, service numbers and other countries", () => {
    expect(cleanPhone("010-8888 6666")).toBe("01088886666");
    expect(cleanPhone("(0571)88886666")).toBe("057188886666");
    expect(cleanPhone("+86 571 8888 6666")).toBe("057188886666");
    expect(cleanPhone("0571-88886666-801")).toBe("057188886666-801");
    expect(cleanPhone("0571-88886666转801")).toBe("057188886666-801");
    expect(cleanPhone("400-800-1234")).toBe("4008001234");
    expect(cleanPhone("+852 9123 4567")).toBe("+85291234567");
    expect(cleanPhone("0085291234567")).toBe("+85291234567");
  });

  it("refuse what is none", () => {
    const none = [
      "",
      "1390000",
      "联系不上",
      "无",
      "12345678901",
      "88886666",
      "1.39102E+10",
      "139102360001",
      "+86",
      "13910236000a",
    ];
    for (const text of none) expect(cleanPhone(text), text).toBeUndefined();
    for (const cell of [null, true, 13910.5, new Date()]) expect(cleanPhone(cell)).toBeUndefined();
  });

  it("refuse every mobile with a digit too many or too few", () => {
    fc.assert(
      fc.property(mobile, fc.integer({ min: 0, max: 9 }), (phone, digit) => {
        expect(cleanPhone(`${phone}${digit}`)).toBeUndefined();
        expect(cleanPhone(phone.slice(0, -1))).toBeUndefined();
      }),
    );
  });
});
