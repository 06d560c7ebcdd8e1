/** Addresses that may stand in a document: the web, mail, telephone, our own URNs, and addresses within the site. */
const SCHEMES = ['http', 'https', 'mailto', 'tel', 'page', 'media', 'post', 'event', 'course', 'guide'];

export function isAllowedLink(address: string): boolean {
  // Browsers skip control characters and spaces inside a scheme: `java\nscript:` is a scheme.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\u0000-\u0020\u00a0]/g, ''))?.[1];
  return scheme === undefined || SCHEMES.includes(scheme.toLowerCase());
}

/**
 * What somebody typed as the address it means: `exemple.fr` is on the web, `moi@exemple.fr` is mail. Empty when it is none: a bare word
 * is the name of a page, and as an address it would lead elsewhere from every page.
 */
export function completeLink(typed: string): string {
  const address = typed.trim();
  if (/^(?:\+|0)\d[\d .\u00a0\u202f-]{6,}$/.test(address)) return `tel:${address.replace(/[^+\d]/g, '')}`;
  if (address === '' || /\s/.test(address) || !isAllowedLink(address)) return '';
  if (/^[^@:/]+@[^@:/]+\.[a-z]{2,}$/i.test(address)) return `mailto:${address}`;
  if (/^[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*\.[\p{L}\p{M}]{2,}(?:[/?#].*)?$/u.test(address)) return `https://${address}`;
  return /^(?:[/?#]|[a-z][a-z0-9+.-]*:|\{\{[\w.]+\}\}$)/i.test(address) ? address : '';
}

/** An address as somebody would type it: mail and telephone without their scheme. */
export function typedLink(address: string): string {
  const short = address.replace(/^(?:mailto|tel):/, '');
  return completeLink(short) === address ? short : address;
}

/** An address that means something within the space, and is shown by its title. */
export function isReference(address: string): boolean {
  return /^(?:page|post|media|event|course|guide):/.test(address);
}
