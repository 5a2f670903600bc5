/** What the members' app may load: itself, pictures it made, and what it may talk to beside its own server. */
export const contentSecurityPolicy = (connect: readonly string[] = []) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src ${["'self'", ...connect].join(" ")}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Files whose name holds their content's hash never change. */
export const immutable = "public, max-age=31536000, immutable";
