namespace CapaCitoyenne.Abp.Emailing;

/// <summary>
/// Single messages (confirmation, invitation, notice) by the transport of the configuration: pickup folder, SMTP or SendGrid.
/// Newsletters go through the delivery ledger of the mailing module instead.
/// </summary>
public interface IEmailSender
{
    /// <param name="to">One address.</param>
    /// <param name="isBodyHtml">True: <paramref name="body"/> is HTML and a plain text part is derived from it.</param>
    Task SendAsync(string to, string subject, string body, bool isBodyHtml = true, AdditionalEmailSendingArgs? args = null);

    /// <summary>Sends in a job, after the ambient unit of work has committed; retried.</summary>
    Task QueueAsync(string to, string subject, string body, bool isBodyHtml = true, AdditionalEmailSendingArgs? args = null);
}

public sealed class AdditionalEmailSendingArgs
{
    public string? FromName { get; set; }

    public string? ReplyTo { get; set; }

    /// <summary>The plain text part, when it should not be derived.</summary>
    public string? TextBody { get; set; }

    public Dictionary<string, string> Headers { get; set; } = [];

    public List<EmailAttachment> Attachments { get; set; } = [];
}

/// <summary>A file that goes with a message; its type is taken from the name's ending.</summary>
public sealed class EmailAttachment
{
    public string Name { get; set; } = "";

    public byte[] File { get; set; } = [];
}
