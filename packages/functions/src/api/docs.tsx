import { signedHeader } from "@frontdesk/core/signature";
import type { Context } from "hono";
import * as z from "zod";
import type { AnyVerb, Route, Routes } from "./route";
import { routes } from "./routes";

type Schema = { type?: string; properties?: Record<string, unknown>; required?: string[] };
type Operation = {
  summary: string;
  tags: string[];
  parameters: object[];
  requestBody?: object;
  security?: [];
  responses: object;
};

const schemaOf = (schema: z.ZodType, io: "input" | "output") =>
  z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" }) as Schema;

const errors = {
  description: "An error",
  content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
};

/** What a signed message carries beside its body. */
const signedHeaders = [
  {
    name: signedHeader.timestamp,
    description: "when it is sent, in seconds since 1970; at most 5 minutes off",
  },
  {
    name: signedHeader.signature,
    description: "v1= and, in hex, the HMAC-SHA256 by the secret of timestamp, dot and body as it is sent",
  },
].map((header) => ({ ...header, in: "header", required: true, schema: { type: "string" } }));

const binary = { "application/octet-stream": { schema: { type: "string", format: "binary" } } };
const inJson = (schema: object) => ({ "application/json": { schema } });

function operation(name: string, path: string, method: string, route: Route<AnyVerb>): Operation {
  const { properties = {}, required = [] } = schemaOf(route.verb.input, "input");
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, field = ""]) => field);
  const isSigned = route.as === "signed";
  const inQuery = method === "get" || method === "delete" || route.as === "upload";
  const rest = Object.keys(properties).filter((field) => !inPath.includes(field) && field !== "file");
  const parameter = (field: string, where: string) => ({
    name: field,
    in: where,
    required: where === "path" || required.includes(field),
    schema: properties[field],
  });
  const said = route.body
    ? schemaOf(route.body, "input")
    : {
        type: "object",
        properties: pick(properties, rest),
        required: required.filter((field) => rest.includes(field)),
      };
  const content = route.as === "upload" ? binary : inJson(said);
  const answer = route.as === "download" ? binary : inJson(schemaOf(route.verb.output, "output"));
  return {
    summary: route.verb.verbName,
    tags: [route.verb.verbName.split(".")[0] ?? name],
    parameters: [
      ...inPath.map((f) => parameter(f, "path")),
      ...(inQuery ? rest.map((f) => parameter(f, "query")) : []),
      ...(isSigned ? signedHeaders : []),
    ],
    ...(method !== "get" && method !== "delete" && { requestBody: { required: rest.length > 0, content } }),
    ...(isSigned && { security: [] }),
    responses: {
      [route.status]: { description: `May: ${route.verb.may.join(", ")}`, content: answer },
      default: errors,
    },
  };
}

const pick = (from: Record<string, unknown>, fields: string[]) =>
  Object.fromEntries(fields.map((field) => [field, from[field]]));

/** The OpenAPI 3.1 document, made from the routes and their schemas. */
export function document(version: string) {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const [name, route] of Object.entries(routes as Routes)) {
    const [method = "", path = ""] = name.split(" ");
    paths[`/api${path}`] = {
      ...paths[`/api${path}`],
      [method.toLowerCase()]: operation(name, path, method.toLowerCase(), route),
    };
  }
  const error = z.object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      field: z.string().optional(),
      requestId: z.string(),
    }),
  });
  return {
    openapi: "3.1.0",
    info: {
      title: "Frontdesk",
      version,
      description:
        "The API of Frontdesk. Creating POSTs take an Idempotency-Key; Acting-Member, with a member's id, has any request refused unless they are signed in.",
    },
    paths,
    components: {
      schemas: { Error: schemaOf(error, "output") },
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "frontdesk.session_token" } },
    },
    security: [{ session: [] }],
  };
}

/** GET /api/openapi.json */
export const openApi = (version: string) => (c: Context) => c.json(document(version));

const style = `body{font:15px/1.6 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;color:#1f2a2e;overflow-wrap:anywhere}
h2{margin-top:2.5rem;border-bottom:1px solid #d5dedd}summary{cursor:pointer;padding:.4rem 0}
b{display:inline-block;min-width:4.5rem;color:#0b6b5d}pre{background:#f3f6f5;padding:.8rem;overflow:auto;font-size:13px}`;

/** GET /api/docs: the same document for people, without a script. */
export const docs = (version: string) => (c: Context) => {
  const { paths, info } = document(version);
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(all.flatMap(({ operation }) => operation.tags))];
  return c.html(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>Frontdesk API</title>
        <style>{style}</style>
      </head>
      <body>
        <h1>Frontdesk API {version}</h1>
        <p>
          {info.description} <a href="/api/openapi.json">openapi.json</a>
        </p>
        {tags.map((tag) => (
          <section>
            <h2>{tag}</h2>
            {all
              .filter(({ operation }) => operation.tags.includes(tag))
              .map(({ path, method, operation }) => (
                <details>
                  <summary>
                    <b>{method.toUpperCase()}</b> <code>{path}</code> – {operation.summary}
                  </summary>
                  <pre>{JSON.stringify(operation, null, 2)}</pre>
                </details>
              ))}
          </section>
        ))}
      </body>
    </html>,
  );
};
