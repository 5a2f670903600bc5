const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 88 88" fill="none" stroke="#7c8a89" stroke-width="3">' +
  '<rect width="88" height="88" fill="#eef2f1" stroke="none"/><rect x="22" y="26" width="44" height="36" rx="4"/>' +
  '<circle cx="34" cy="38" r="4"/><path d="m24 58 14-12 8 7 8-9 10 11M20 68l48-48"/></svg>';

/** What stands where a picture cannot be shown. */
export const brokenPicture = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
