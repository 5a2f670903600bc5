import { GlobalOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { switchLocale } from "../i18n";
import { locales, storeLocale } from "../i18n/locale";
import { useText } from "../i18n/useText";
import { useKeepLocale } from "../session/useKeepLocale";
import { useTellFailure } from "../ui/useTellFailure";

/** Changes to the other language, named in that language. */
export function LanguageSwitch({ block = false }: { block?: boolean }) {
  const text = useText();
  const tellFailure = useTellFailure();
  const keepLocale = useKeepLocale();
  const { i18n } = useTranslation();
  const other = locales.find((locale) => locale !== i18n.language);
  if (!other) return null;
  const change = async () => {
    await switchLocale(other);
    storeLocale(other);
    await keepLocale(other);
  };
  return (
    <Button
      type={block ? "default" : "text"}
      block={block}
      icon={<GlobalOutlined />}
      onClick={() => void change().catch(tellFailure)}
    >
      <span className="fd-visually-hidden">{text("common:language.label")}: </span>
      <span lang={other}>{text(`common:language.${other}`)}</span>
    </Button>
  );
}
