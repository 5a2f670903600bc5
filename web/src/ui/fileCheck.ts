/** Why a file cannot be taken before a byte of it is sent. */
export type FileFault = "tooLarge" | "wrongType" | "empty";

interface FileRules {
  /** Lower-case extensions with their dot, such as ".xlsx". */
  extensions: readonly string[];
  maxBytes: number;
}

/** The first rule a file breaks, or null. What is inside is for the server to judge. */
export function faultOf(
  file: Pick<File, "name" | "size">,
  { extensions, maxBytes }: FileRules,
): FileFault | null {
  const name = file.name.toLowerCase();
  if (!extensions.some((extension) => name.endsWith(extension))) return "wrongType";
  if (file.size === 0) return "empty";
  return file.size > maxBytes ? "tooLarge" : null;
}
