using System.Globalization;

namespace CapaCitoyenne.Associations.Hub;

/// <summary>
/// Who runs this hub: section <c>Operator</c>. The law asks for it on the legal notices, the hub's and those of all its sites, whose host it is (LCEN,
/// art. 1-1), and in the privacy notice (GDPR, art. 13); what is left out is said to be missing, on the pages themselves.
/// </summary>
public sealed class OperatorOptions
{
    public string? Name { get; set; }
    public string? Address { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? DirectorOfPublication { get; set; }

    /// <summary>The company or association that hosts the machine.</summary>
    public string? HostName { get; set; }
    public string? HostAddress { get; set; }
    public string? HostPhone { get; set; }

    /// <summary>Where who found a flaw writes to (RFC 9116); <see cref="Email"/> when left out.</summary>
    public string? SecurityEmail { get; set; }

    public bool IsComplete => new[] { Name, Address, Email, DirectorOfPublication, HostName, HostAddress }.All(value => !string.IsNullOrWhiteSpace(value));

    /// <summary>
    /// security.txt (RFC 9116) of the hub or of one of its sites: whoever runs the hub mends its flaws, not an association. Good for 180 days: answers are made
    /// anew each day.
    /// </summary>
    /// <param name="url">Of the hub or the site, without a slash at the end.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Null when there is no address to write to.</returns>
    public string? WriteSecurityText(string url, string language, DateTime now)
    {
        if ((SecurityEmail ?? Email) is not { Length: > 0 } email) return null;
        var expires = now.Date.AddDays(180).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return $"Contact: mailto:{email}\nExpires: {expires}\nPreferred-Languages: {language}, en\nCanonical: {url}/.well-known/security.txt\n";
    }
}
