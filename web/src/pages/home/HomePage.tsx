import { useTranslation } from "react-i18next";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useCan, useSession } from "../../session/SessionContext";
import { useZone } from "../../session/zone";
import { ErrorState } from "../../ui/ErrorState";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { formatTime, hourOf } from "../../ui/time";
import { useNow } from "../../ui/useNow";
import { FirstSteps } from "./FirstSteps";
import { greetingAt } from "./greeting";
import { Today } from "./Today";

/** The page one arrives at: a greeting, and today's work; for a new firm, where to begin. */
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
      <Work />
    </>
  );
}

/** A firm whose register is empty is new: nothing is due, much is to be set up. */
function Work() {
  const reads = useCan("ticket.read");
  const some = useQueryOf("GET /tickets", { limit: 1 }, { enabled: reads });
  if (!reads) return <FirstSteps />;
  if (some.isPending) return <PageSkeleton />;
  if (!some.data) return <ErrorState error={some.error} onRetry={() => void some.refetch()} />;
  return some.data.items.length > 0 ? <Today /> : <FirstSteps />;
}
