import { cleanHouseCode } from "./cleaners/house-code";
import { squeezed } from "./cleaners/text";
import type { ReceiptRow } from "./receipts";
import { type Mention, mentions } from "./remark";

/** A house that a receipt may be for; `expectedFen` are the amounts it may pay: a bill, all of its arrears. */
export interface KnownHouse {
  project: string;
  code: string;
  owners: readonly string[];
  expectedFen: readonly number[];
}

/** Why a house is suggested. */
export type MatchSign = "remark" | "project" | "payer" | "amount";

/** A house with the signs that speak for it; the higher the score the likelier. */
export interface Suggestion<H extends KnownHouse> {
  house: H;
  score: number;
  signs: MatchSign[];
}

/**
 * `matchable`: the remark names project and house, and that house is known. `ambiguous`: it names a house
 * without saying which of several it is. `unmatched`: it names no known house. The latter two carry
 * suggestions for a person to choose from, the likeliest first.
 */
export type ReceiptMatch<H extends KnownHouse> =
  | { kind: "matchable"; house: H }
  | { kind: "ambiguous" | "unmatched"; suggestions: Suggestion<H>[] };

type Receipt = Pick<ReceiptRow, "payer" | "amountFen" | "remark">;

const weights: Record<MatchSign, number> = { remark: 8, project: 4, payer: 4, amount: 3 };
const plain = (text: string) => squeezed(text).toUpperCase();

function group<H, K>(houses: readonly H[], keys: (house: H) => K[]): Map<K, H[]> {
  const groups = new Map<K, H[]>();
  for (const house of houses) {
    for (const key of new Set(keys(house))) {
      const same = groups.get(key);
      if (same) same.push(house);
      else groups.set(key, [house]);
    }
  }
  return groups;
}

const placeKeys = (code: string): string[] => {
  const place = cleanHouseCode(code);
  if (!place) return [];
  const loose = `${place.building} ${place.room}`;
  return place.unit === "" ? [loose] : [loose, `${place.building} ${place.unit} ${place.room}`];
};

const mentionKey = ({ building, unit, room }: Mention) =>
  unit === undefined ? `${building} ${room}` : `${building} ${unit} ${room}`;

/** Matches receipts against the known houses; build it once for a file, matching is then by look-up. */
export class ReceiptMatcher<H extends KnownHouse> {
  private readonly byPlace: Map<string, H[]>;
  private readonly byOwner: Map<string, H[]>;
  private readonly byAmount: Map<number, H[]>;
  private readonly projects: { name: string; plain: string }[];

  constructor(
    houses: readonly H[],
    private readonly shown = 5,
  ) {
    this.byPlace = group(houses, ({ code }) => placeKeys(code));
    this.byOwner = group(houses, ({ owners }) => owners.map(plain));
    this.byAmount = group(houses, ({ expectedFen }) => expectedFen.filter((fen) => fen > 0));
    this.projects = [...new Set(houses.map(({ project }) => project))]
      .map((name) => ({ name, plain: plain(name) }))
      .sort((a, b) => b.plain.length - a.plain.length);
  }

  /** See `ReceiptMatch`. A remark that names several houses is ambiguous: one sum cannot be split by guess. */
  match(receipt: Receipt): ReceiptMatch<H> {
    const project = this.projectIn(receipt.remark);
    const named = [
      ...new Set(mentions(receipt.remark).flatMap((one) => this.byPlace.get(mentionKey(one)) ?? [])),
    ];
    const ofProject = named.filter((house) => house.project === project);
    const [only, ...more] = ofProject;
    if (only && more.length === 0) return { kind: "matchable", house: only };
    const kind = (project === undefined ? named : ofProject).length > 0 ? "ambiguous" : "unmatched";
    return { kind, suggestions: this.suggestions(receipt, only ? ofProject : named, project) };
  }

  /** The longest name wins: 翠湖花园二期 is not 翠湖花园. */
  private projectIn(remark: string): string | undefined {
    const text = plain(remark);
    return this.projects.find((project) => project.plain !== "" && text.includes(project.plain))?.name;
  }

  /** Amounts alone suggest too much (many houses pay alike): only when nothing else does, or for few. */
  private suggestions(receipt: Receipt, named: H[], project: string | undefined): Suggestion<H>[] {
    const payers = this.byOwner.get(plain(receipt.payer)) ?? [];
    const alike = this.byAmount.get(receipt.amountFen) ?? [];
    const others = named.length === 0 && (alike.length <= this.shown || payers.length === 0) ? alike : [];
    const candidates = [...new Set([...named, ...payers, ...others])];
    return candidates
      .map((house) => this.weigh(house, receipt, named, project))
      .sort((a, b) => b.score - a.score || order(a.house, b.house))
      .slice(0, this.shown);
  }

  private weigh(house: H, receipt: Receipt, named: H[], project: string | undefined): Suggestion<H> {
    const signs: MatchSign[] = [];
    if (named.includes(house)) signs.push("remark");
    if (project !== undefined && house.project === project) signs.push("project");
    if (house.owners.some((owner) => plain(owner) === plain(receipt.payer))) signs.push("payer");
    if (house.expectedFen.includes(receipt.amountFen)) signs.push("amount");
    return { house, score: signs.reduce((sum, sign) => sum + weights[sign], 0), signs };
  }
}

const order = (a: KnownHouse, b: KnownHouse) =>
  a.project === b.project
    ? a.code.localeCompare(b.code, "en", { numeric: true })
    : a.project < b.project
      ? -1
      : 1;
