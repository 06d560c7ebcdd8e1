/**
 * What Word, LibreOffice, Google and web pages put around a text when it is copied. The editor's schema keeps only what
 * a document can say; this takes out what would be kept and should not be. Works on text, since the browser's policy
 * makes `element.style` useless.
 */
export function cleanPastedHtml(html: string): string {
  return (
    html
      // Conditional comments, office namespaces and style sheets carry no text of the author.
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<(style|script|xml|title)\b[\s\S]*?<\/\1>/gi, '')
      .replace(/<(?:meta|link)\b[^>]*>/gi, '')
      .replace(/<\/?(?:o|w|v|m|st1):[^>]*>/gi, '')
      // Word writes bullets of its own as text in front of a paragraph.
      .replace(/<p\b[^>]*mso-list:[^>]*>([\s\S]*?)<\/p>/gi, wordListItem)
      .replace(/(?:<\/ul>\s*<ul data-word>|<\/ol>\s*<ol data-word>)/g, '')
      // A whole-document wrapper of Google.
      .replace(/<b\b[^>]*id="docs-internal-guid[^>]*>/gi, '')
      // Titles of the page are titles of level 2 here: the page's own title is level 1.
      .replace(/<(\/?)h1\b/gi, '<$1h2')
      // Empty paragraphs made for spacing.
      .replace(/<p\b[^>]*>(?:\s|&nbsp;|\u00a0|<br\s*\/?>|<\/?span[^>]*>)*<\/p>/gi, '')
  );
}

function wordListItem(_: string, inside: string): string {
  const text = inside
    .replace(/<!\[if !supportLists\]>[\s\S]*?<!\[endif\]>/gi, '')
    .replace(/<span\b[^>]*mso-list:\s*Ignore[^>]*>[\s\S]*?<\/span>(?:\s*<\/span>)*/gi, '');
  const numbered = /mso-list:\s*Ignore[^>]*>\s*(?:\d+|[a-z])[.)]/i.test(inside);
  const list = numbered ? 'ol' : 'ul';
  return `<${list} data-word><li><p>${text}</p></li></${list}>`;
}
