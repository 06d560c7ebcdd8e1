// Sorts the keys of every locale file and puts the no-break spaces of French punctuation where they belong.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../src/locales');
for (const language of ['fr', 'en']) {
  for (const name of readdirSync(join(root, language)).filter((file) => file.endsWith('.json'))) {
    const path = join(root, language, name);
    const messages = JSON.parse(readFileSync(path, 'utf8'));
    const sorted = Object.fromEntries(
      Object.keys(messages)
        .sort()
        .map((key) => [key, language === 'fr' ? messages[key].replace(/ ([;:!?»])/g, '\u00a0$1').replace(/« /g, '«\u00a0') : messages[key]]),
    );
    writeFileSync(path, `${JSON.stringify(sorted, null, 2)}\n`);
  }
}
