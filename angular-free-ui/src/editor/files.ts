/** What the media library takes as pictures. */
export const PICTURES = 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/heic,.heic';

export function picturesOf(files: FileList | readonly File[] | null | undefined): readonly File[] {
  return [...(files ?? [])].filter((file) => file.type.startsWith('image/'));
}

export function otherFilesOf(files: FileList | readonly File[] | null | undefined): readonly File[] {
  return [...(files ?? [])].filter((file) => !file.type.startsWith('image/'));
}
