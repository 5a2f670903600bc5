import { useSession } from "./SessionContext";

/** The IANA zone in which the firm's times are shown. */
export const useZone = (): string => useSession().tenant.zone;
