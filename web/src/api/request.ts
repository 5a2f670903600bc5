type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A call made ready for fetch: the relative address, and what goes into the body (undefined for none). */
export interface WireRequest {
  method: Method;
  url: string;
  body: unknown;
}

const parameter = /\{([A-Za-z]\w*)\}/g;
const routeName = /^(GET|POST|PUT|PATCH|DELETE) (\/.*)$/;

/**
 * Lays `input` out over the path of a route's name, "PATCH /houses/{houseId}", and query (GET and DELETE) or
 * JSON body (the rest). Throws a TypeError when a path parameter is missing or a query value is not a scalar
 * or a list of scalars.
 */
export function wireRequest(name: string, input: object): WireRequest {
  const { method, path, rest } = laidOut(name, input);
  if (method === "GET" || method === "DELETE") return { method, url: withQuery(path, rest), body: undefined };
  return { method, url: path, body: Object.fromEntries(rest) };
}

/** The same for a route whose body is a file: all that is not in the path goes into the query. */
export function fileRequest(name: string, input: object): Omit<WireRequest, "body"> {
  const { method, path, rest } = laidOut(name, input);
  return { method, url: withQuery(path, rest) };
}

function laidOut(name: string, input: object) {
  const parts = routeName.exec(name);
  if (!parts) throw new TypeError(`"${name}" names no route`);
  const rest = new Map<string, unknown>(Object.entries(input));
  const path = `/api${parts[2]}`.replace(parameter, (_, field: string) => {
    const value = rest.get(field);
    rest.delete(field);
    if (value === undefined || value === null || value === "") {
      throw new TypeError(`${name} needs "${field}"`);
    }
    return encodeURIComponent(String(value));
  });
  return { method: parts[1] as Method, path, rest };
}

function withQuery(path: string, values: ReadonlyMap<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of values) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === undefined || one === null || one === "") continue;
      if (typeof one === "object") throw new TypeError(`query value "${name}" is not a scalar`);
      query.append(name, String(one));
    }
  }
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
