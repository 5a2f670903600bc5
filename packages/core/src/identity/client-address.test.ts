import { expect, it } from "vitest";
import { clientNetwork, withClientAddress } from "./client-address";

it.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:DB8:0:12::1", "2001:db8:0:12"],
  ["2001:db8:0:12:ffff:ffff:ffff:ffff", "2001:db8:0:12"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["::1", "0:0:0:0"],
  ["", "unknown"],
])("counts %s as %s", (address, network) => {
  expect(withClientAddress(address, clientNetwork)).toBe(network);
});

it("counts whoever is not known together", () => {
  expect(clientNetwork()).toBe("unknown");
});
