/** Addresses that may stand in a document: the web, mail, telephone, our own URNs, and addresses within the site. */
const SCHEMES = ['http', 'https', 'mailto', 'tel', 'page', 'media', 'post', 'event', 'course', 'guide'];

export function isAllowedLink(address: string): boolean {
  // Browsers skip control characters and spaces inside a scheme: `java\nscript:` is a scheme.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\u0000-\u0020\u00a0]/g, ''))?.[1];
  return scheme === undefined || SCHEMES.includes(scheme.toLowerCase());
}
