import { assertCount, exactSum } from "./rate";
import { isTooFew, SHOWN_FROM, type Visibility, visibility } from "./suppression";
import { cheapestRing, type Edge, type Graph, graphOf, smallGroup } from "./suppression-graph";

/** Which cells and margins of a table may be shown. */
export interface TableVisibility {
  readonly cells: Visibility[][];
  readonly rowTotals: Visibility[];
  readonly columnTotals: Visibility[];
  readonly total: Visibility;
}

/**
 * Which cells of a table rows × columns may be shown together with its row totals, column totals and grand
 * total, given the answers in each inner cell. Cells and totals below 5 are hidden, and others beside them,
 * cheapest first by answers, until from all that is shown no hidden cell or total can be solved, nor a sum
 * of hidden cells with fewer than 5 answers. The grand total is shown from 5. Empty cells hide nobody,
 * since that nobody answered there may be known.
 * Source: complementary suppression by cycles in the table's graph, Gusfield, SIAM J. Comput. 17 (1988)
 * 552–571.
 * @throws RangeError for rows of unequal length or what is not a count.
 */
export function suppressTable(answers: readonly (readonly number[])[]): TableVisibility {
  const columns = answers[0]?.length ?? 0;
  const grid = withMargins(answers, columns);
  const rows = answers.length;
  const at = new Map<string, Edge>();
  grid.forEach((line, row) => {
    line.forEach((count, column) => {
      if (count > 0) at.set(`${row},${column}`, edgeOf(row, column, count, rows, columns));
    });
  });
  const edges = [...at.values()];
  hideEnough(graphOf(rows + columns + 2, edges), edges);
  const seen = (row: number, column: number) =>
    visibility(grid[row]?.[column] ?? 0, at.get(`${row},${column}`)?.hidden ?? false);
  return {
    cells: answers.map((line, row) => line.map((_, column) => seen(row, column))),
    rowTotals: answers.map((_, row) => seen(row, columns)),
    columnTotals: Array.from({ length: columns }, (_, column) => seen(rows, column)),
    total: seen(rows, columns),
  };
}

function withMargins(answers: readonly (readonly number[])[], columns: number): number[][] {
  const lines = answers.map((line) => {
    if (line.length !== columns) throw new RangeError("rows of unequal length");
    for (const count of line) assertCount(count);
    return [...line, exactSum(line)];
  });
  const totals = Array.from({ length: columns + 1 }, (_, column) =>
    exactSum(lines.map((line) => line[column] ?? 0)),
  );
  return [...lines, totals];
}

function edgeOf(row: number, column: number, answers: number, rows: number, columns: number): Edge {
  const margin = (row === rows) !== (column === columns);
  const [rowNode, columnNode] = [row, rows + 1 + column];
  return {
    from: margin ? columnNode : rowNode,
    to: margin ? rowNode : columnNode,
    answers,
    grand: row === rows && column === columns,
    hidden: isTooFew(answers),
  };
}

function hideEnough(graph: Graph, edges: readonly Edge[]): void {
  for (const edge of edges) {
    if (edge.hidden) hideRing(graph, edge);
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const edge of edges) {
      const group = edge.hidden ? smallGroup(graph, edge, SHOWN_FROM) : null;
      if (group && hideOneMore(graph, edges, group)) changed = true;
    }
  }
}

/** Hides what protects a hidden edge; false when nothing can, because the edge equals the grand total. */
function hideRing(graph: Graph, edge: Edge): boolean {
  const ring = cheapestRing(graph, edge);
  for (const step of ring ?? []) step.hidden = true;
  return ring !== null;
}

/** Lets the smallest shown cell on the edge of a group vanish in it. */
function hideOneMore(graph: Graph, edges: readonly Edge[], group: ReadonlySet<number>): boolean {
  const candidates = edges
    .filter((edge) => !edge.hidden && !edge.grand && group.has(edge.from) !== group.has(edge.to))
    .sort((a, b) => a.answers - b.answers);
  for (const candidate of candidates) {
    candidate.hidden = hideRing(graph, candidate);
    if (candidate.hidden) return true;
  }
  return false;
}
