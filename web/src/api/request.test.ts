import { describe, expect, test } from "vitest";
import { fileRequest, wireRequest } from "./request";

describe("wireRequest", () => {
  test("fills path parameters, escaped, and keeps them out of the rest", () => {
    const input = { houseId: "hse/1", noteId: 7, text: "x" };
    expect(wireRequest("POST /houses/{houseId}/notes/{noteId}", input)).toEqual({
      method: "POST",
      url: "/api/houses/hse%2F1/notes/7",
      body: { text: "x" },
    });
  });

  test.each(["GET", "DELETE"] as const)("puts the input of %s behind the question mark", (method) => {
    const input = {
      kind: ["repair", "praise"],
      open: false,
      page: 0,
      cursor: undefined,
      text: null,
      name: "",
    };
    expect(wireRequest(`${method} /tickets`, input)).toEqual({
      method,
      url: "/api/tickets?kind=repair&kind=praise&open=false&page=0",
      body: undefined,
    });
  });

  test.each(["POST", "PUT", "PATCH"] as const)("puts the input of %s into the body", (method) => {
    const input = { lines: [{ fen: 1 }], note: null };
    expect(wireRequest(`${method} /bills`, input)).toEqual({ method, url: "/api/bills", body: input });
  });

  test.each([undefined, null, ""])("refuses a path parameter that is %o", (ticketId) => {
    expect(() => wireRequest("GET /tickets/{ticketId}", { ticketId })).toThrow(/ticketId/);
  });

  test("refuses what cannot stand in a query", () => {
    expect(() => wireRequest("GET /tickets", { filter: { a: 1 } })).toThrow(/filter/);
  });

  test.each(["tickets", "/tickets", "get /tickets", "GET tickets"])("refuses the name %o", (name) => {
    expect(() => wireRequest(name, {})).toThrow(TypeError);
  });

  test("does not take the colon of an address or a time for a parameter", () => {
    expect(wireRequest("GET /x", { at: "10:30" }).url).toBe("/api/x?at=10%3A30");
  });
});

test("fileRequest leaves the body to the file", () => {
  const input = { projectId: "prj_1", kind: "houses", fileName: "房屋.xlsx" };
  expect(fileRequest("POST /projects/{projectId}/imports", input)).toEqual({
    method: "POST",
    url: `/api/projects/prj_1/imports?kind=houses&fileName=${encodeURIComponent("房屋.xlsx")}`,
  });
});
