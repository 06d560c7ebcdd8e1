using System.Globalization;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>Words and formats of another language than the caller's, until it is disposed of: a mail to readers, a document.</summary>
internal readonly struct LanguageScope : IDisposable
{
    private readonly CultureInfo _culture;
    private readonly CultureInfo _uiCulture;

    public LanguageScope(string language)
    {
        (_culture, _uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = SiteDay.CultureOf(language);
    }

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _uiCulture);
}
