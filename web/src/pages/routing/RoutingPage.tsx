import { useText } from "../../i18n/useText";
import { PageHeader } from "../../ui/PageHeader";
import { RulesPanel } from "./RulesPanel";
import { TryPanel } from "./TryPanel";

/** By which rules new tickets are given out, and what they would do with one. */
export default function RoutingPage() {
  const text = useText();
  return (
    <>
      <PageHeader title={text("routing:title")} subtitle={text("routing:intro")} />
      <RulesPanel />
      <TryPanel />
    </>
  );
}
