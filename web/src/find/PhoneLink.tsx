import { PhoneOutlined } from "@ant-design/icons";
import styles from "./PhoneLink.module.css";
import { readablePhone } from "./phone";

/** A phone number that a touch calls. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a href={`tel:${phone}`} className={`fd-number ${styles.phone}`}>
      <PhoneOutlined aria-hidden /> {readablePhone(phone)}
    </a>
  );
}
