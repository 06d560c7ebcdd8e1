/** What is typed or pasted into a field of one line: a tab of a spreadsheet or a line break is a space, as the server keeps no control characters there. */
export function oneLine(text: string): string {
  return text.replace(/\s*\p{Cc}+\s*/gu, ' ');
}
