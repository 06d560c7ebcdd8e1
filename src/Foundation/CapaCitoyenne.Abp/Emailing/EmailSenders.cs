using System.Net;
using System.Text.RegularExpressions;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace CapaCitoyenne.Abp.Emailing;

/// <summary>Sends single messages by the configured transport. Always with a plain text part.</summary>
internal sealed partial class EmailSender(IMailOptionsProvider provider, IBackgroundJobManager backgroundJobManager, IClock clock)
    : IEmailSender, ITransientDependency
{

    public Task QueueAsync(string to, string subject, string body, bool isBodyHtml = true, AdditionalEmailSendingArgs? args = null)
        => backgroundJobManager.EnqueueAsync(new SendEmailJobArgs(to, subject, body, isBodyHtml, args), BackgroundJobPriority.High);

    public async Task SendAsync(string to, string subject, string body, bool isBodyHtml = true, AdditionalEmailSendingArgs? args = null)
    {
        var options = await provider.GetAsync();
        var text = args?.TextBody ?? (isBodyHtml ? ToText(body) : body);
        var html = isBodyHtml ? body : null;
        await (options.Provider switch
        {
            MailProvider.SendGrid => SendBySendGridAsync(options, to, subject, html, text, args),
            MailProvider.Smtp => SendBySmtpAsync(options.Smtp, Compose(options, to, subject, html, text, args)),
            _ => PickupAsync(options.PickupFolder, Compose(options, to, subject, html, text, args)),
        });
    }

    private MimeMessage Compose(MailOptions options, string to, string subject, string? html, string text, AdditionalEmailSendingArgs? args)
    {
        var message = new MimeMessage { Subject = subject, Date = new DateTimeOffset(clock.Now) };
        message.From.Add(new MailboxAddress(args?.FromName ?? options.FromName, options.FromAddress));
        message.To.Add(MailboxAddress.Parse(to));
        if (args?.ReplyTo is { } replyTo) message.ReplyTo.Add(MailboxAddress.Parse(replyTo));

        foreach (var (name, value) in args?.Headers ?? []) message.Headers.Add(name, value);

        // RFC 3834: machines do not answer machines.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        var body = new BodyBuilder { TextBody = text, HtmlBody = html };
        foreach (var attachment in args?.Attachments ?? []) body.Attachments.Add(attachment.Name, attachment.File);

        message.Body = body.ToMessageBody();
        return message;
    }

    private static async Task PickupAsync(string folder, MimeMessage message)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Guid.CreateVersion7().ToString());
        await message.WriteToAsync(path + ".tmp");
        File.Move(path + ".tmp", path + ".eml");
    }

    private static async Task SendBySmtpAsync(SmtpOptions server, MimeMessage message)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(server.Host, server.Port, Enum.Parse<SecureSocketOptions>(server.Security));
        if (server.UserName is { Length: > 0 } userName) await client.AuthenticateAsync(userName, server.Password ?? "");

        await client.SendAsync(message);
        await client.DisconnectAsync(quit: true);
    }

    private static async Task SendBySendGridAsync(
        MailOptions options, string to, string subject, string? html, string text, AdditionalEmailSendingArgs? args)
    {
        var client = new SendGridClient(new SendGridClientOptions { ApiKey = options.SendGrid.ApiKey, Host = options.SendGrid.Host });
        var message = new SendGridMessage
        {
            From = new EmailAddress(options.FromAddress, args?.FromName ?? options.FromName), Subject = subject, HtmlContent = html, PlainTextContent = text,
        };
        message.AddTo(new EmailAddress(to));
        message.AddGlobalCustomArg(MailOrigins.Argument, MailOrigins.Hub);
        message.SetClickTracking(enable: false, enableText: false);
        message.SetOpenTracking(enable: false);
        message.SetSubscriptionTracking(enable: false);
        if (args?.ReplyTo is { } replyTo) message.SetReplyTo(new EmailAddress(replyTo));

        message.AddHeader("Auto-Submitted", "auto-generated");
        foreach (var (name, value) in args?.Headers ?? []) message.AddHeader(name, value);

        foreach (var attachment in args?.Attachments ?? [])
        {
            message.AddAttachment(attachment.Name, Convert.ToBase64String(attachment.File), MimeTypes.GetMimeType(attachment.Name));
        }

        var response = await client.SendEmailAsync(message);
        if (!response.IsSuccessStatusCode) throw new AbpException($"SendGrid answered {(int)response.StatusCode}.");
    }

    private static string ToText(string html)
    {
        var text = LinkTag().Replace(html, "$2 ( $1 )");
        text = BlockEnd().Replace(text, "\n");
        text = WebUtility.HtmlDecode(AnyTag().Replace(text, ""));
        return BlankLines().Replace(text, "\n\n").Trim();
    }

    [GeneratedRegex("<a [^>]*href=\"([^\"]*)\"[^>]*>(.*?)</a>", RegexOptions.Singleline | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LinkTag();

    [GeneratedRegex("</(p|div|h[1-6]|li|tr)>|<br */?>", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex BlockEnd();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex AnyTag();

    [GeneratedRegex(@"(\s*\n){2,}", RegexOptions.None, 1000)]
    private static partial Regex BlankLines();
}

[BackgroundJobName("abp.send-email")]
public sealed record SendEmailJobArgs(string To, string Subject, string Body, bool IsBodyHtml, AdditionalEmailSendingArgs? Args);

/// <summary>No unit of work around the network call. A crash between the call and the end of the job may send a message twice.</summary>
[UnitOfWork(IsDisabled = true)]
internal sealed class SendEmailJob(IEmailSender emailSender) : AsyncBackgroundJob<SendEmailJobArgs>
{
    public override Task ExecuteAsync(SendEmailJobArgs args) => emailSender.SendAsync(args.To, args.Subject, args.Body, args.IsBodyHtml, args.Args);
}
