/**
 * One cell of a table with margins, seen as an edge between its row and its column. Edges run from row to
 * column for inner cells and the grand total, from column to row for the margins: then what flows into
 * every row and column equals what flows out of it.
 */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly answers: number;
  /** The grand total is hidden only when nothing else will do. */
  readonly grand: boolean;
  hidden: boolean;
}

export type Graph = readonly (readonly Edge[])[];

/** Edges by node, for nodes 0 … `nodes` − 1. */
export function graphOf(nodes: number, edges: readonly Edge[]): Graph {
  const graph: Edge[][] = Array.from({ length: nodes }, () => []);
  for (const edge of edges) {
    graph[edge.from]?.push(edge);
    graph[edge.to]?.push(edge);
  }
  return graph;
}

const otherEnd = (edge: Edge, node: number) => (edge.from === node ? edge.to : edge.from);

/**
 * The edges that close a ring with `edge` at the least number of answers newly hidden (Dijkstra); null when
 * there is no ring, which never uses the grand total. A hidden edge cannot be solved from the shown ones
 * exactly when it lies on a ring of hidden edges: along the ring all may go up and down by turns.
 */
export function cheapestRing(graph: Graph, edge: Edge): Edge[] | null {
  const cost = new Map<number, number>([[edge.from, 0]]);
  const reachedBy = new Map<number, Edge>();
  const done = new Set<number>();
  for (let node = nearest(cost, done); node !== undefined; node = nearest(cost, done)) {
    if (node === edge.to) return pathBack(reachedBy, edge);
    done.add(node);
    for (const step of graph[node] ?? []) {
      if (step === edge || (step.grand && !step.hidden)) continue;
      const next = otherEnd(step, node);
      const sum = (cost.get(node) ?? 0) + (step.hidden ? 0 : step.answers);
      if (sum >= (cost.get(next) ?? Number.POSITIVE_INFINITY)) continue;
      cost.set(next, sum);
      reachedBy.set(next, step);
    }
  }
  return null;
}

function nearest(cost: ReadonlyMap<number, number>, done: ReadonlySet<number>): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [node, sum] of cost) {
    if (sum < least && !done.has(node)) [best, least] = [node, sum];
  }
  return best;
}

function pathBack(reachedBy: ReadonlyMap<number, Edge>, edge: Edge): Edge[] {
  const path: Edge[] = [];
  for (let node = edge.to; node !== edge.from; ) {
    const step = reachedBy.get(node);
    if (!step) break;
    path.push(step);
    node = otherEnd(step, node);
  }
  return path;
}

/**
 * Rows and columns on one side of the smallest group of hidden cells that holds `edge` and whose sum
 * follows from what is shown; null when that group has `enough` answers or there is none. Adding up some
 * rows and taking off some columns leaves a sum of hidden cells exactly when all edges that leave the
 * chosen nodes run the same way, so the smallest such sum is a minimum cut, found as a maximum flow with
 * endless capacity backwards (Ford & Fulkerson, Canadian J. Math. 8 (1956) 399–404).
 */
export function smallGroup(graph: Graph, edge: Edge, enough: number): ReadonlySet<number> | null {
  const flow = new Map<Edge, number>();
  const room = (step: Edge, node: number) =>
    step.from === node ? step.answers - (flow.get(step) ?? 0) : Number.POSITIVE_INFINITY;
  for (let sum = 0; sum < enough; ) {
    const reachedBy = search(graph, edge.from, room);
    if (!reachedBy.has(edge.to)) return new Set([edge.from, ...reachedBy.keys()]);
    const path = stepsTo(edge.to, edge.from, reachedBy);
    const amount = Math.min(enough - sum, ...path.map(([step, node]) => room(step, node)));
    for (const [step, node] of path) {
      flow.set(step, (flow.get(step) ?? 0) + (step.from === node ? amount : -amount));
    }
    sum += amount;
  }
  return null;
}

type Room = (step: Edge, node: number) => number;

function search(graph: Graph, start: number, room: Room): Map<number, Edge> {
  const reachedBy = new Map<number, Edge>();
  const queue = [start];
  for (const node of queue) {
    for (const step of graph[node] ?? []) {
      const next = otherEnd(step, node);
      if (!step.hidden || next === start || reachedBy.has(next) || room(step, node) <= 0) continue;
      reachedBy.set(next, step);
      queue.push(next);
    }
  }
  return reachedBy;
}

/** The steps of a path with the node each sets out from. */
function stepsTo(end: number, start: number, reachedBy: ReadonlyMap<number, Edge>): [Edge, number][] {
  const steps: [Edge, number][] = [];
  for (let node = end; node !== start; ) {
    const step = reachedBy.get(node);
    if (!step) break;
    node = otherEnd(step, node);
    steps.push([step, node]);
  }
  return steps;
}
