/** What the members' app may load: itself, what it made, and files from where they lie beside its own server. */
export const contentSecurityPolicy = (files: readonly string[] = []) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src ${["'self' data: blob:", ...files].join(" ")}`,
    `media-src ${["'self' blob:", ...files].join(" ")}`,
    `connect-src ${["'self'", ...files].join(" ")}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Files whose name holds their content's hash never change. */
export const immutable = "public, max-age=31536000, immutable";
