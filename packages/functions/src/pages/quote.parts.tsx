import { amount } from "@frontdesk/core/message/catalogue/format";
import { quantityText, type Unit, unitWords } from "@frontdesk/core/price-list/unit";
import type { Quoted } from "@frontdesk/core/quote/index";
import type { Locale } from "@frontdesk/core/tenant/tenant.entity";
import { quoteTexts } from "./quote.texts";

type Counted = { unit: Unit; hundredths: number; unitFen: number };

/** "30.00元 × 1.5 米"; of what is free how much of it there is. */
export function countOf({ unit, hundredths, unitFen }: Counted, locale: Locale) {
  const counted = `${quantityText(hundredths)} ${unitWords[locale][unit]}`;
  return unitFen === 0 ? counted : `${amount(unitFen, locale)} × ${counted}`;
}

/** What is quoted, line by line, and what it comes to. */
export const Lines = ({ quote, locale }: { quote: Quoted; locale: Locale }) => {
  const words = quoteTexts[locale];
  return (
    <section class="card">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col" class="number">
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {quote.lines.map((line) => (
            <tr>
              <td>
                {line.names[locale]}
                <br />
                <small class="soft">
                  {words.parts[line.part]} · {countOf(line, locale)}
                </small>
              </td>
              <td class="number">{line.unitFen === 0 ? words.free : amount(line.amount, locale)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.total}</th>
            <td class="number">
              <strong>{amount(quote.total, locale)}</strong>
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
};
