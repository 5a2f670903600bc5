import { changeProject, createProject, getProject, listProjects } from "@frontdesk/core/project/index";
import { created, json, routes } from "./route";

export const projectRoutes = routes({
  "GET /projects": json(listProjects),
  "POST /projects": created(createProject),
  "GET /projects/{projectId}": json(getProject),
  "PATCH /projects/{projectId}": json(changeProject),
});
