import { useText } from "../../i18n/useText";
import type { Column } from "../../ui/DataTable";
import { Figure } from "../../ui/Figure";
import { useSideText } from "../compare/useSideText";
import type { Picked } from "./PartDrawer";
import type { Part } from "./search";

const rates = ["completion", "completionOnTime", "reopened", "repeatRepair"] as const;

/** The columns of what is known of a part: how many came in, and its rates; each leads to its records. */
export function usePartColumns<P extends Part>(
  pick: (part: P) => Omit<Picked, "name">,
  onPick: (picked: Picked) => void,
): Column<P>[] {
  const text = useText();
  const side = useSideText();
  return [
    {
      key: "created",
      title: text("figures:created.name"),
      align: "right",
      card: "aside",
      compare: (a, b) => a.created - b.created,
      render: (part) => (
        <Figure
          value={part.created}
          kind="count"
          label={text("figures:created.name")}
          onDrill={part.created > 0 ? () => onPick({ name: "created", ...pick(part) }) : undefined}
        />
      ),
    },
    ...rates.map((name): Column<P> => {
      const shareOf = (part: P) => {
        const rate = part[name];
        return rate && rate.numerator / rate.denominator;
      };
      return {
        key: name,
        title: text(`figures:${name}.name`),
        align: "right",
        compare: (a, b) => (shareOf(a) ?? -1) - (shareOf(b) ?? -1),
        render: (part) => {
          const rate = part[name];
          return (
            <Figure
              value={shareOf(part)}
              kind="rate"
              label={text(`figures:${name}.name`)}
              note={rate ? side(rate, "count") : undefined}
              onDrill={() => onPick({ name, ...pick(part) })}
            />
          );
        },
      };
    }),
  ];
}
