import { useTranslation } from "react-i18next";
import { useText } from "../../i18n/useText";
import { formatFen } from "../../ui/format";
import { Money } from "../../ui/Money";
import styles from "./Quotes.module.css";
import { type Quote, quantityText } from "./quote";

/** What is quoted, line by line, and what it comes to. */
export function QuoteLines({ quote: { lines, total } }: { quote: Quote }) {
  const text = useText();
  const english = useTranslation().i18n.language === "en";
  return (
    <table className={styles.lines}>
      <tbody>
        {lines.map(({ part, code, names, unit, unitFen, hundredths, amount }) => (
          <tr key={`${part} ${code} ${names["zh-CN"]} ${hundredths} ${unitFen}`}>
            <td>
              {names[english ? "en" : "zh-CN"]}
              <br />
              <span className={styles.soft}>
                {text(`prices:part.${part}`)} · {unitFen === 0 ? null : `${formatFen(unitFen)} × `}
                {quantityText(hundredths)} {text(`prices:unit.${unit}`)}
              </span>
            </td>
            <td>{unitFen === 0 ? text("quotes:free") : <Money fen={amount} />}</td>
          </tr>
        ))}
        <tr className={styles.sum}>
          <td>{text("quotes:total")}</td>
          <td>
            <Money fen={total} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}
