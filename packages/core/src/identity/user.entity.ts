import * as z from "zod";
import { instant } from "../clock";
import { idOf } from "../id";
import { locale } from "../tenant/tenant.entity";
import { rowEntity } from "./adapter/layout";

/** A person who signs in, by whichever firms. `lastFirmId` is the firm they worked for last. */
export const User = rowEntity(
  "user",
  "id",
  z.looseObject({
    id: idOf("user"),
    email: z.string(),
    emailVerified: z.boolean(),
    name: z.string(),
    createdAt: instant,
    updatedAt: instant,
  }),
  { locale: locale.default("zh-CN"), lastFirmId: idOf("tenant").optional() },
);

/** How a person signs in; there are passwords only. */
export const Account = rowEntity(
  "account",
  "id",
  z.looseObject({
    id: z.string(),
    userId: idOf("user"),
    accountId: z.string(),
    providerId: z.literal("credential"),
    password: z.string(),
    createdAt: instant,
    updatedAt: instant,
  }),
  {},
);
