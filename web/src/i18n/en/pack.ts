import "dayjs/locale/en-gb";
import antd from "antd/es/locale/en_GB";
import type { LanguagePack } from "..";
import { resources } from ".";

export const pack: LanguagePack = { resources, antd, dayjs: "en-gb" };
