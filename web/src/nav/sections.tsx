import {
  AppstoreOutlined,
  BarChartOutlined,
  FileTextOutlined,
  FormOutlined,
  HomeOutlined,
  ImportOutlined,
  MailOutlined,
  PhoneOutlined,
  SettingOutlined,
  TeamOutlined,
  WalletOutlined,
} from "@ant-design/icons";
import type { ComponentType } from "react";
import type { TextKey } from "../i18n/text";

interface SectionLook {
  label: TextKey;
  /** For the narrow tabs of a phone. */
  short: TextKey;
  icon: ComponentType;
}

/** The entries of the navigation, in order. An entry appears once a page is registered under it. */
export const sections = {
  home: { label: "nav:home", short: "nav:home", icon: AppstoreOutlined },
  tickets: { label: "nav:tickets", short: "nav:tickets", icon: FileTextOutlined },
  callbacks: { label: "nav:callbacks", short: "nav:callbacks", icon: PhoneOutlined },
  houses: { label: "nav:houses", short: "nav:housesShort", icon: HomeOutlined },
  letters: { label: "nav:letters", short: "nav:letters", icon: MailOutlined },
  import: { label: "nav:import", short: "nav:import", icon: ImportOutlined },
  surveys: { label: "nav:surveys", short: "nav:surveys", icon: FormOutlined },
  fees: { label: "nav:fees", short: "nav:fees", icon: WalletOutlined },
  compare: { label: "nav:compare", short: "nav:compare", icon: BarChartOutlined },
  members: { label: "nav:members", short: "nav:members", icon: TeamOutlined },
  settings: { label: "nav:settings", short: "nav:settings", icon: SettingOutlined },
} as const satisfies Record<string, SectionLook>;

export type Section = keyof typeof sections;
