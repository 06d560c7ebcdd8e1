using System.Globalization;
using CapaCitoyenne.Sites.Documents.Writers;
using CapaCitoyenne.Sites.Localization;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>The words that writers put into a document, in the document's language, whoever asks for it.</summary>
internal sealed class WriterTexts(IStringLocalizer<SitesResource> localizer) : ISingletonDependency
{
    private const long Kilobyte = 1000;
    private const long Megabyte = Kilobyte * Kilobyte;

    public WriterWords Of(string lang)
    {
        var culture = SiteDay.CultureOf(lang);
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = culture;
        try
        {
            var states = CommitmentStates.ToDictionary(state => state, state => (string)localizer["Words:Commitment:" + state]);
            var (videoFrom, minutes, kilobytes, megabytes, allPictures) = (Text("VideoFrom"), Text("Minutes"), Text("Kilobytes"), Text("Megabytes"), Text("AllPictures"));
            return new WriterWords
            {
                Footnotes = Text("Footnotes"), Warning = Text("Warning"), Table = Text("Table"), NoNews = Text("NoNews"), NoEvents = Text("NoEvents"),
                Cancelled = Text("Cancelled"), Online = Text("Online"), Document = Text("Document"), PlayVideo = Text("PlayVideo"), Transcript = Text("Transcript"),
                OpenMap = Text("OpenMap"), OnThisPage = Text("OnThisPage"), Due = Text("Due"),
                VideoFrom = host => string.Format(culture, videoFrom, host),
                AllPictures = count => string.Format(culture, allPictures, count),
                Minutes = count => string.Format(culture, minutes, count),
                CommitmentState = state => states.GetValueOrDefault(state, state),
                FileSize = bytes => bytes < Megabyte
                    ? string.Format(culture, kilobytes, Math.Max(1, (bytes + (Kilobyte / 2)) / Kilobyte))
                    : string.Format(culture, megabytes, Math.Round((decimal)bytes / Megabyte, bytes < 10 * Megabyte ? 1 : 0)),
                Day = day => day.ToString(SiteDay.LongFormat, culture),
            };
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static readonly string[] CommitmentStates = ["announced", "voted", "in-progress", "done", "late", "abandoned", "unknown"];

    private string Text(string key) => localizer["Words:" + key];
}
