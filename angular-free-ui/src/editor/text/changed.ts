import type { Editor, JSONContent } from '@tiptap/core';

/** Puts another text in the place of the one that is shown: only where they differ, so that the caret stays where it is. */
export function replaceChanged(editor: Editor, content: JSONContent): void {
  const { doc, tr } = editor.state;
  const next = editor.schema.nodeFromJSON(content);
  next.check();
  const start = doc.content.findDiffStart(next.content);
  const end = doc.content.findDiffEnd(next.content);
  if (start === null || end === null) return;
  // A letter that is taken out of two equal ones: both searches count it.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap));
  if (!tr.doc.eq(next)) tr.replaceWith(0, tr.doc.content.size, next.content);
  editor.view.dispatch(tr.setMeta('preventUpdate', true));
}
