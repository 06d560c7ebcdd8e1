namespace CapaCitoyenne.Sites.Privacy;

/// <summary>
/// Tells what a module does with data of people in the current space; the privacy page of its site lists it (articles 13 and 14 of the GDPR). Found by
/// convention (<c>…DataUseProvider</c>). Asked when the page is made, in the language of the site; a change shows with the site's next version,
/// at the latest on the next day.
/// </summary>
[CollectedService]
public interface IDataUseProvider : ITransientDependency
{
    Task<IReadOnlyList<DataUse>> FindAsync();
}

/// <summary>One use of data, in words for readers.</summary>
/// <param name="Title">What it is: « Lettre d’information ».</param>
/// <param name="Purpose">What for.</param>
/// <param name="LegalBasis">Why that is allowed (article 6).</param>
/// <param name="Retention">How long it is kept.</param>
public sealed record DataUse(string Title, string Purpose, string LegalBasis, string Retention);
