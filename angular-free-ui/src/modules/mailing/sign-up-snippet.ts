const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/**
 * The sign-up form for another site: plain HTML, no script, no style. The field that nobody sees is a trap for machines; the confirmation by mail and the
 * hub's limits do the rest.
 * @param words `consent` is the sentence whose version the hub keeps with the consent (`Mailing:Form:Consent`).
 */
export function signUpSnippet(site: string, words: { email: string; button: string; consent: string }): string {
  return `<form action="${escape(site)}/lettre/inscription" method="post" accept-charset="utf-8">
  <p>
    <label>${escape(words.email)} <input type="email" name="email" autocomplete="email" maxlength="254" required></label>
    <button>${escape(words.button)}</button>
  </p>
  <p>${escape(words.consent)}</p>
  <p hidden aria-hidden="true"><label>Site <input name="site" tabindex="-1" autocomplete="off"></label></p>
</form>`;
}
