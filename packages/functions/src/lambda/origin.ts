/** The header by which the CDN proves that a request came through it, past its firewall. */
export const originHeader = "x-frontdesk-origin";
