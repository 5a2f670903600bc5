import { useTranslation } from "react-i18next";

/** An area given in hundredths of m². */
export function Area({ hundredths }: { hundredths: number }) {
  const { i18n } = useTranslation();
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return (
    <span className="fd-number">
      {new Intl.NumberFormat(i18n.language, digits).format(hundredths / 100)} m²
    </span>
  );
}
