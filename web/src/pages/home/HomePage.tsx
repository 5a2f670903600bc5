import { useTranslation } from "react-i18next";
import { useText } from "../../i18n/useText";
import { useSession } from "../../session/SessionContext";
import { useZone } from "../../session/zone";
import { PageHeader } from "../../ui/PageHeader";
import { formatTime, hourOf } from "../../ui/time";
import { useNow } from "../../ui/useNow";
import { FirstSteps } from "./FirstSteps";
import { greetingAt } from "./greeting";

/** The page one arrives at: a greeting, and where to begin. */
export default function HomePage() {
  const text = useText();
  const { i18n } = useTranslation();
  const { user, member } = useSession();
  const zone = useZone();
  const now = new Date(useNow(true));
  return (
    <>
      <PageHeader
        title={text(`home:greeting.${greetingAt(hourOf(now, zone))}`, { name: user.name })}
        subtitle={text("home:today", {
          date: formatTime(now.toISOString(), "long", i18n.language, zone),
          role: text(`common:role.${member.role}`),
        })}
      />
      <FirstSteps />
    </>
  );
}
