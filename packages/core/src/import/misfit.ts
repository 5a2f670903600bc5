import { feeMonth } from "../fee/terms";
import { houseSchema } from "../house/house.entity";
import type { ArrearsRow, HouseRow, RowReason } from "../importing/index";
import { fen, yuan } from "../money";
import { residentSchema } from "../resident/resident.entity";
import { internationalPhone } from "./phone";

/** A field that a row read well cannot be kept with. */
export type Misfit = { field: string; reason: RowReason; value: string };

function houseMisfit({ house, people }: HouseRow): Misfit | undefined {
  if (!houseSchema.shape.code.safeParse(house.code).success)
    return { field: "room", reason: "text_too_long", value: house.code };
  for (const { as, phone, email } of people) {
    if (phone && !internationalPhone(phone))
      return { field: `${as}Phone`, reason: `${as}_phone_invalid`, value: phone };
    if (!residentSchema.shape.email.safeParse(email).success)
      return { field: "email", reason: "email_invalid", value: email ?? "" };
  }
  return undefined;
}

function arrearsMisfit({ period, dueFen, paidFen }: ArrearsRow): Misfit | undefined {
  if (!feeMonth.safeParse(period).success)
    return { field: "period", reason: "period_invalid", value: period };
  const tooMuch = [dueFen, paidFen].find((amount) => !fen.safeParse(amount).success);
  return tooMuch === undefined ? undefined : { field: "due", reason: "money_invalid", value: yuan(tooMuch) };
}

/** Why a row that reads well does not fit what is kept: bounds of ours that the reader does not know. */
export const misfitOf = (row: HouseRow | ArrearsRow): Misfit | undefined =>
  row.kind === "house" ? houseMisfit(row) : arrearsMisfit(row);
