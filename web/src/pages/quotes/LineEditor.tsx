import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { ErrorState } from "../../ui/ErrorState";
import { formatFen } from "../../ui/format";
import { PageSkeleton } from "../../ui/PageSkeleton";
import type { PartOf } from "../prices/price";
import { DraftLine } from "./DraftLine";
import { OwnMaterial } from "./OwnMaterial";
import styles from "./Quotes.module.css";
import { type Draft, withOneMore } from "./quote";

interface LineEditorProps {
  projectId: string;
  /** What of the price list may be chosen. */
  parts: readonly PartOf[];
  lines: readonly Draft[];
  onChange: (lines: readonly Draft[]) => void;
}

/** Lines in a few taps: what is chosen of the price list stands below with its quantity; materials in own words, too. */
export function LineEditor({ projectId, parts, lines, onChange }: LineEditorProps) {
  const text = useText();
  const english = useTranslation().i18n.language === "en";
  const query = useQueryOf("GET /prices", { projectId });
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const named = query.data.items
    .filter(({ holds }) => holds)
    .map((price) => ({ price, name: price.names[english ? "en" : "zh-CN"] }));
  const set = (line: Draft, hundredths: number) =>
    onChange(
      hundredths === 0
        ? lines.filter((one) => one !== line)
        : lines.map((one) => (one === line ? { ...one, hundredths } : one)),
    );
  const choose = text(parts.includes("labour") ? "quotes:choose" : "quotes:chooseMaterial");
  const chosen = new Set(lines.map(({ code }) => code));
  const needsMaterial =
    named.some(({ price }) => chosen.has(price.code) && price.materialExtra) &&
    lines.every(({ part }) => part !== "material");
  return (
    <>
      <Select
        className={styles.select}
        size="large"
        aria-label={choose}
        placeholder={choose}
        value={null}
        showSearch={{ optionFilterProp: "label" }}
        options={parts.map((part) => ({
          label: text(`prices:part.${part}`),
          options: named
            .filter(({ price }) => price.part === part)
            .map(({ name, price: { code, unitFen, unit } }) => ({
              value: code,
              label: `${name} ${formatFen(unitFen)}/${text(`prices:unit.${unit}`)}`,
            })),
        }))}
        onChange={(code: string | null) => {
          const one = named.find(({ price }) => price.code === code);
          if (one) onChange(withOneMore(lines, one.price, one.name));
        }}
      />
      {lines.map((line) => (
        <DraftLine key={line.key} line={line} onChange={(hundredths) => set(line, hundredths)} />
      ))}
      <OwnMaterial onAdd={(line) => onChange([...lines, line])} />
      {needsMaterial ? <p className={styles.soft}>{text("quotes:needsMaterial")}</p> : null}
    </>
  );
}
