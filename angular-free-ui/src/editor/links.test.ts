import { describe, expect, it } from 'vitest';
import { completeLink, typedLink } from './links';

describe('an address that somebody types', () => {
  it.each([
    ['exemple.fr', 'https://exemple.fr'],
    ['moi@exemple.fr', 'mailto:moi@exemple.fr'],
    ['06 12 34 56 78', 'tel:0612345678'],
    ['+33 6 12.34.56.78', 'tel:+33612345678'],
    ['école.fr', 'https://école.fr'],
    ['https://école.fr/été', 'https://école.fr/été'],
    ['/contact', '/contact'],
    ['#bas', '#bas'],
    ['?jour=mardi', '?jour=mardi'],
    ['page:0197', 'page:0197'],
    ['{{unsubscribe_url}}', '{{unsubscribe_url}}'],
    ['contact', ''],
    ['adhérer', ''],
    ['actualites/fete', ''],
    ['deux mots', ''],
    ['javascript:alert(1)', ''],
  ])('%s means %s', (typed, address) => expect(completeLink(typed)).toBe(address));

  it.each([
    ['mailto:moi@exemple.fr', 'moi@exemple.fr'],
    ['tel:0612345678', '0612345678'],
    ['mailto:moi@exemple.fr?subject=Bonjour', 'mailto:moi@exemple.fr?subject=Bonjour'],
    ['https://exemple.fr', 'https://exemple.fr'],
  ])('%s is shown as %s', (address, typed) => expect(typedLink(address)).toBe(typed));
});
