import { useText } from "../../i18n/useText";
import { useNarrow } from "../../theme/useNarrow";
import { Panel } from "../../ui/Panel";
import styles from "./Dashboard.module.css";
import type { PanelProps } from "./PartDrawer";

const days = ["1", "2", "3", "4", "5", "6", "7"] as const;
type Day = (typeof days)[number];
const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"));

/** When tickets come in: a table whose shading shows at a glance what its numbers say. */
export function HeatPanel({ data, onPick }: PanelProps) {
  const text = useText();
  const narrow = useNarrow();
  const most = Math.max(1, ...data.heat.flat());
  const dayName = (day: Day) => text(`dashboard:heat.day.${day}`);

  function cell(day: Day, hour: string) {
    const count = data.heat[Number(day) - 1]?.[Number(hour)] ?? 0;
    const shade = { "--heat": `${Math.round((count / most) * 45)}%` } as React.CSSProperties;
    const label = text("dashboard:heat.cell", { day: dayName(day), hour, count });
    return (
      <td key={`${day}${hour}`} className={styles.heat} style={shade}>
        {count > 0 ? (
          <button
            type="button"
            aria-label={label}
            title={label}
            onClick={() =>
              onPick({
                name: "created",
                of: `${dayName(day)} ${hour}:00`,
                within: { by: "heat", part: `${day}/${hour}` },
              })
            }
          >
            {count}
          </button>
        ) : (
          <span className="fd-visually-hidden">0</span>
        )}
      </td>
    );
  }

  return (
    <Panel title={text("dashboard:heat.title")} intro={text("dashboard:heat.intro")}>
      <table className={styles.heatTable}>
        <thead>
          <tr>
            <th scope="col">
              <span className="fd-visually-hidden">{text("dashboard:heat.hour")}</span>
            </th>
            {(narrow ? days : hours).map((head) => (
              <th key={head} scope="col">
                {narrow ? dayName(head as Day) : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {narrow
            ? hours.map((hour) => (
                <tr key={hour}>
                  <th scope="row">{hour}</th>
                  {days.map((day) => cell(day, hour))}
                </tr>
              ))
            : days.map((day) => (
                <tr key={day}>
                  <th scope="row">{dayName(day)}</th>
                  {hours.map((hour) => cell(day, hour))}
                </tr>
              ))}
        </tbody>
      </table>
    </Panel>
  );
}
