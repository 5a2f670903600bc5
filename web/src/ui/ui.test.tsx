import { describe, expect, test, vi } from "vitest";
import { ApiError } from "../api/error";
import { type Paged, wholeList } from "../api/useQueryOf";
import { htmlOf, wordsOf } from "../testing/render";
import { type Column, DataTable } from "./DataTable";
import { ErrorState } from "./ErrorState";
import { Figure } from "./Figure";
import { Money } from "./Money";
import { PhotoInput } from "./PhotoInput";
import { Sheet } from "./Sheet";
import { StatusTag } from "./StatusTag";
import { UploadDropzone } from "./UploadDropzone";
import { When } from "./When";

interface Row {
  id: string;
  name: string;
}
const columns: Column<Row>[] = [{ key: "name", title: "Name", render: (row) => row.name, card: "title" }];
const table = (data: Paged<Row>) =>
  htmlOf(
    <DataTable label="Houses" columns={columns} data={data} rowKey={(row) => row.id} empty="Nothing here" />,
  );
const broken = new ApiError({ status: 500, code: "x", message: "stack trace", requestId: "req_7" });

describe("DataTable", () => {
  test("shows rows, and no pager when that is all", async () => {
    const html = await table(wholeList([{ id: "1", name: "3-2-501" }]));
    expect(wordsOf(html)).toContain("3-2-501");
    expect(html).toContain('aria-label="Houses"');
    expect(html).not.toContain("Next page");
  });

  test("offers the next page when there is one", async () => {
    expect(await table({ ...wholeList([{ id: "1", name: "a" }]), hasMore: true })).toContain("Next page");
  });

  test("says that it is loading", async () => {
    expect(await table({ ...wholeList<Row>(undefined), isPending: true })).toContain('aria-busy="true"');
  });

  test("says what there is when there is nothing", async () => {
    expect(wordsOf(await table(wholeList<Row>([])))).toBe("Nothing here");
  });

  test("tells an error instead of an empty list, and keeps rows that were read before it", async () => {
    const failed = { ...wholeList<Row>(undefined), error: broken };
    expect(wordsOf(await table(failed))).toContain("Something went wrong");
    expect(wordsOf(await table(failed))).not.toContain("Nothing here");
    const later = wordsOf(await table({ ...wholeList([{ id: "1", name: "3-2-501" }]), error: broken }));
    expect(later).toContain("3-2-501");
    expect(later).toContain("Something went wrong");
  });
});

describe("Sheet", () => {
  test("asks of the component library nothing that it is about to drop", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    await htmlOf(
      <Sheet open title="Add" onClose={() => {}}>
        form
      </Sheet>,
    );
    expect(told.mock.calls.flat().filter((said) => String(said).includes("deprecated"))).toEqual([]);
    told.mockRestore();
  });
});

describe("ErrorState", () => {
  test("gives a reference and says nothing of the inside", async () => {
    const words = wordsOf(await htmlOf(<ErrorState error={broken} onRetry={() => {}} />));
    expect(words).toContain("req_7");
    expect(words).toContain("Try again");
    expect(words).not.toContain("stack trace");
  });

  test("does not offer to try again what stays refused", async () => {
    const refused = new ApiError({ status: 403, code: "forbidden", message: "" });
    expect(wordsOf(await htmlOf(<ErrorState error={refused} onRetry={() => {}} />))).not.toContain(
      "Try again",
    );
  });
});

describe("Figure", () => {
  test("is a dash without data, never zero", async () => {
    const words = wordsOf(await htmlOf(<Figure value={null} kind="rate" label="Rate" interval={[0, 1]} />));
    expect(words).toBe("— Nothing to compute it from");
  });

  test("shows its interval and number of answers", async () => {
    const figure = <Figure value={0.8} kind="rate" label="Rate" interval={[0.711, 0.867]} answers={100} />;
    expect(wordsOf(await htmlOf(figure))).toBe(
      "80.0% 71.1% – 86.7% 95% interval 71.1% – 86.7% · 100 valid answers",
    );
  });

  test("opens what is behind it by a button that says so", async () => {
    const html = await htmlOf(<Figure value={3} kind="count" label="Open tickets" onDrill={() => {}} />);
    expect(html).toMatch(/<button[^>]*aria-label="3 [^"]*Open tickets/);
  });
});

test("Money and When show a dash for nothing", async () => {
  expect(wordsOf(await htmlOf(<Money fen={null} />))).toBe("—");
  expect(wordsOf(await htmlOf(<Money fen={123456} />))).toBe("¥1,234.56");
  expect(wordsOf(await htmlOf(<When at={null} />))).toBe("—");
});

test("When keeps the instant beside the firm's wall time", async () => {
  const html = await htmlOf(<When at="2026-11-20T16:05:00.000Z" />);
  expect(html).toContain('dateTime="2026-11-20T16:05:00.000Z"');
  expect(wordsOf(html)).toBe("2026-11-21 00:05");
});

test("StatusTag says its state in words", async () => {
  expect(wordsOf(await htmlOf(<StatusTag tone="bad">Overdue</StatusTag>))).toBe("Overdue");
});

test("files are chosen by labelled fields", async () => {
  const drop = (
    <UploadDropzone
      label="Houses"
      extensions={[".xlsx"]}
      maxBytes={1024}
      send={async () => 1}
      onDone={() => {}}
    />
  );
  const html = await htmlOf(drop);
  expect(html).toMatch(/<label for="([^"]+)"[\s\S]*<input id="\1" type="file"[^>]*accept=".xlsx"/);
  expect(wordsOf(html)).toContain(".xlsx, up to 1 KB");
  expect(wordsOf(await htmlOf(<PhotoInput send={async () => "x"} max={3} />))).toBe("Add photos 0 of 3");
});
