import { needReach } from "../member/scope";
import { Letter, type LetterItem } from "./letter.entity";

/** The letter, of a project the actor works in. Throws `not_found`. */
export async function needOwn(letterId: string): Promise<LetterItem> {
  const letter = await Letter.need({ letterId });
  needReach(letter.projectId);
  return letter;
}
