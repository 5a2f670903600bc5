import { idOf } from "@frontdesk/core/id";
import { getProject } from "@frontdesk/core/project/index";
import { tenantProfile } from "@frontdesk/core/tenant/profile";
import { verb } from "@frontdesk/core/verb";
import * as z from "zod";
import { poster } from "../pages/poster";
import { download, routes } from "./route";

/** The project's QR code as a poster to print on A5: one SVG, sharp at any size. */
const getPoster = verb({
  name: "report.poster",
  may: "project.read",
  input: z.strictObject({ projectId: idOf("project") }),
  output: z.object({
    fileName: z.string(),
    contentType: z.string(),
    bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
  }),
  run: async ({ projectId }) => {
    const [project, { name: firm }] = await Promise.all([getProject({ projectId }), tenantProfile()]);
    const svg = poster({ firm, project: project.name, url: project.reportUrl, phone: project.phone });
    return {
      fileName: `${project.name}-QR-A5.svg`,
      contentType: "image/svg+xml",
      bytes: new TextEncoder().encode(svg),
    };
  },
});

export const reportRoutes = routes({ "GET /projects/{projectId}/qr": download(getPoster) });
