namespace CapaCitoyenne.Mailing.Settings;

/// <summary>Names of the settings. Those of the transport are configuration of the host (section <c>Mailing</c>), not of a space.</summary>
public static class MailingSettings
{
    public const string GroupName = "Mailing";

    /// <summary>Minutes between the order to send and the first batch.</summary>
    public const string GraceMinutes = GroupName + ".GraceMinutes";
    /// <summary>Name shown as the sender; empty = the association's name.</summary>
    public const string FromName = GroupName + ".FromName";
    /// <summary>Where answers go; empty = the association's contact address.</summary>
    public const string ReplyTo = GroupName + ".ReplyTo";
    /// <summary>Postal address in the legal footer; empty = name and town only.</summary>
    public const string PostalAddress = GroupName + ".PostalAddress";
    /// <summary>Whether a second person must approve every letter: <c>true</c> or nothing.</summary>
    public const string RequiresApproval = GroupName + ".RequiresApproval";
    /// <summary>Whether readings and clicks are counted, of people who agreed to it: <c>true</c> or nothing.</summary>
    public const string MeasuresLetters = GroupName + ".MeasuresLetters";
    /// <summary>Where tests were sent last, with commas between them; offered the next time.</summary>
    public const string TestAddresses = GroupName + ".TestAddresses";
}
