namespace CapaCitoyenne.Web;

/// <summary>
/// Who runs this hub: section <c>Operator</c>. The law asks for it on the legal notice (LCEN, art. 6 III) and in the privacy notice (GDPR, art. 13); what is
/// left out is said to be missing, on the pages themselves.
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

    public bool IsComplete => new[] { Name, Address, Email, DirectorOfPublication, HostName, HostAddress }.All(value => !string.IsNullOrWhiteSpace(value));
}
