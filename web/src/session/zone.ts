import { useSession } from "./SessionContext";

const defaultZone = "Asia/Shanghai";

/** The IANA zone in which the firm's times are shown. */
export const useZone = (): string => useSession().tenant.zone ?? defaultZone;
