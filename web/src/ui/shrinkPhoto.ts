/** Longest side of a photo that is sent; enough to read a meter, small enough for a basement's network. */
export const longestSide = 1600;
/** Longest side of the small picture that lists show, sharp on a phone; and what the service takes of it in bytes. */
const smallSide = 240;
const smallLimit = 20 * 1024;

/** Width and height after shrinking to `longest`, in whole pixels, in proportion; never enlarged. */
export function fitWithin(width: number, height: number, longest: number): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * The photo as a JPEG of at most `longestSide`, turned upright and without what the camera wrote into it
 * (place, device). Rejects when the browser cannot read the picture.
 */
export const shrinkPhoto = (file: File): Promise<Blob> => drawn(file, longestSide, 0.82);

/** A small picture of a photo, for lists; undefined where even a coarse one is too large. Rejects as above. */
export async function smallOf(photo: Blob): Promise<Blob | undefined> {
  for (const quality of [0.7, 0.5, 0.3]) {
    const small = await drawn(photo, smallSide, quality);
    if (small.size <= smallLimit) return small;
  }
  return undefined;
}

async function drawn(file: Blob, longest: number, quality: number): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const { width, height } = fitWithin(picture.width, picture.height, longest);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  // Transparent pictures would turn black as JPEG.
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  picture.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/jpeg", quality);
  });
}
