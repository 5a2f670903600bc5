import { setting } from "../environment/settings";
import type { LinkKind } from "./link";

const paths: Record<LinkKind, string> = {
  report: "r",
  ticket: "t",
  rate: "t",
  survey: "s",
  statement: "b",
  refuse: "u",
  reply: "l",
  quote: "q",
  invitation: "invitation",
  telephone: "api/telephone/calls",
};

/** Where the service is reached from outside, without a slash at the end. */
export const publicUrl = () => (setting("PUBLIC_URL") ?? "http://localhost:3000").replace(/\/$/, "");

/** The address a resident or member opens: short, because it stands in an SMS. A telephone system posts to its. */
export const linkUrl = (kind: LinkKind, token: string) => `${publicUrl()}/${paths[kind]}/${token}`;
