/** What was chosen; the same can be chosen again: a browser says nothing when the choice is the same. */
export function takeFiles(input: HTMLInputElement | null): File[] {
  const files = [...(input?.files ?? [])];
  if (input !== null) input.value = '';
  return files;
}

/** A file as the hub takes it: in the form field `file`. */
export function fileForm(file: File): FormData {
  const form = new FormData();
  form.set('file', file);
  return form;
}
