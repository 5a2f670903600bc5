/** The place inside the app to go back to after signing in; "/" for anything that leads elsewhere. */
export function safeReturn(next: unknown): string {
  if (typeof next !== "string" || !next.startsWith("/")) return "/";
  try {
    const url = new URL(next, "https://inside.invalid");
    if (url.origin !== "https://inside.invalid") return "/";
    const path = url.pathname + url.search + url.hash;
    // "/.//host" keeps our origin here and loses it when it is resolved again.
    return path.startsWith("//") || isOutside(url.pathname) ? "/" : path;
  } catch {
    return "/";
  }
}

const isOutside = (pathname: string) => /^\/(sign-in|sign-up|choose-firm|api)(\/|$)/.test(pathname);
