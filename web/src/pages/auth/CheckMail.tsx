import { Link } from "@tanstack/react-router";
import { useText } from "../../i18n/useText";
import { Outcome } from "../../ui/Outcome";
import { ResendButton } from "./ResendButton";

interface CheckMailProps {
  /** What the sentence says the mail is for. Neither says whether the address is known. */
  purpose: "verify" | "reset";
  email: string;
  send: (email: string) => Promise<unknown>;
}

/** What follows once a mail is on its way. */
export function CheckMail({ purpose, email, send }: CheckMailProps) {
  const text = useText();
  return (
    <Outcome
      level={1}
      tone="mail"
      title={text("auth:mail.title")}
      actions={
        <>
          <ResendButton send={() => send(email)} />
          <Link to="/sign-in" className="fd-button-link">
            {text("auth:mail.backToSignIn")}
          </Link>
        </>
      }
    >
      <p>{text(`auth:mail.${purpose}`, { email })}</p>
      <p>{text("auth:mail.spam")}</p>
    </Outcome>
  );
}
