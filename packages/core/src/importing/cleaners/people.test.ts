import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mobile } from "../test-files";
import { cleanPeople } from "./people";

describe("people", () => {
  const name = fc.stringMatching(/^[赵钱孙李周吴郑王][甲乙丙丁戊己]{1,2}$/);

  it("pair names and phones in order, however they are divided", () => {
    const owners = fc.uniqueArray(fc.tuple(name, mobile), {
      minLength: 1,
      maxLength: 4,
      selector: ([, phone]) => phone,
    });
    fc.assert(
      fc.property(owners, fc.constantFrom("、", ",", "，", "/", ";", "；", "\n"), (list, divider) => {
        const names = list.map(([one]) => one).join(divider);
        const phones = list.map(([, phone]) => phone).join(divider);
        const expected = list.map(([one, phone]) => ({ name: one, phone, as: "owner" }));
        expect(cleanPeople(names, phones, "owner")).toEqual(expected);
      }),
    );
  });

  it("take phones beside the names, and several phones of one person", () => {
    expect(cleanPeople("李超 13910236000、王芳(139-1023-6001)", null, "owner")).toEqual([
      { name: "李超", phone: "13910236000", as: "owner" },
      { name: "王芳", phone: "13910236001", as: "owner" },
    ]);
    expect(cleanPeople("李超", "13910236000 13910236001", "occupant")).toEqual([
      { name: "李超", phone: "13910236000", otherPhones: ["13910236001"], as: "occupant" },
    ]);
    expect(cleanPeople("John Smith", "+1 650 253 0000", "owner")).toEqual([
      { name: "John Smith", phone: "+16502530000", as: "owner" },
    ]);
  });

  it("leave a name without phone, nobody without either, and a person once", () => {
    expect(cleanPeople("李超、王芳", "13910236000", "owner")).toEqual([
      { name: "李超", phone: "13910236000", as: "owner" },
      { name: "王芳", as: "owner" },
    ]);
    expect(cleanPeople(null, null, "owner")).toEqual([]);
    expect(cleanPeople("无", "", "owner")).toEqual([]);
    expect(cleanPeople("李超、李超", "13910236000、13910236000", "owner")).toHaveLength(1);
  });

  it("say what is wrong", () => {
    expect(cleanPeople("李超", "1390000", "owner")).toBe("phone_invalid");
    expect(cleanPeople("李超、王芳", "13910236000、无", "owner")).toBe("phone_invalid");
    expect(cleanPeople("", "13910236000", "owner")).toBe("name_missing");
    expect(cleanPeople("李超、王芳", "13910236000、13910236001、13910236002", "owner")).toBe(
      "phones_not_matching",
    );
    expect(cleanPeople("李".repeat(51), null, "owner")).toBe("name_too_long");
  });
});
