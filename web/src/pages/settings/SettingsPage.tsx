import { useText } from "../../i18n/useText";
import { PageHeader } from "../../ui/PageHeader";
import { FirmPanel } from "./FirmPanel";
import { ProfilePanel } from "./ProfilePanel";
import { ReplyPanel } from "./ReplyPanel";
import { SessionsPanel } from "./SessionsPanel";

/** The firm's settings, one's own, and where one is signed in. */
export default function SettingsPage() {
  const text = useText();
  return (
    <>
      <PageHeader title={text("settings:title")} />
      <FirmPanel />
      <ReplyPanel />
      <ProfilePanel />
      <SessionsPanel />
    </>
  );
}
