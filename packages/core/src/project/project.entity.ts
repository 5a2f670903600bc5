import * as z from "zod";
import { instant } from "../clock";
import { idOf } from "../id";
import { entity } from "../table/entity";

export const projectKinds = ["residential", "office", "mall", "mixed", "other"] as const;
export const projectKind = z.enum(projectKinds);
export type ProjectKind = z.output<typeof projectKind>;

/** A managed estate. `reportToken` is the public QR code's token; `code` the short name in ticket numbers. */
export const projectSchema = z.object({
  projectId: idOf("project"),
  name: z.string().trim().min(1).max(60),
  kind: projectKind,
  address: z.string().trim().max(200).optional(),
  phone: z.string().trim().max(30).optional(),
  reportToken: z.string(),
  createdAt: instant,
});

/** All projects of a tenant lie in one partition: a firm has hundreds at most. */
export const Project = entity({
  name: "project",
  schema: projectSchema,
  key: (key: { projectId: string }) => [["project"], key.projectId],
});
