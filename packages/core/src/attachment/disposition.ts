/** How a browser is to take a file: `saved` under its name, which may have any letters, or shown where it is asked for. */
export const dispositionOf = ({ fileName, saved }: { fileName: string; saved?: boolean }) =>
  saved ? `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}` : `inline; filename="${fileName}"`;
