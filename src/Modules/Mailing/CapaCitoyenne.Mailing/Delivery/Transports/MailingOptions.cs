namespace CapaCitoyenne.Mailing.Delivery.Transports;

/// <summary>
/// Section <c>Mailing</c> of the configuration: how this process works through the ledger. Which provider, and its keys, stand in
/// section <c>Mail</c> (<see cref="MailOptions"/>), which single messages use too.
/// </summary>
internal sealed class MailingOptions
{
    public const string Section = "Mailing";

    /// <summary>Minutes to call a letter back, for spaces that did not choose.</summary>
    public int GraceMinutes { get; set; } = 10;

    /// <summary>Recipients written down in one transaction, in whole batches and at least one.</summary>
    public int FreezeSize { get; set; } = 1000;

    /// <summary>Batches handed over at once by one process.</summary>
    public int Workers { get; set; } = 4;

    /// <summary>
    /// Seconds after which a round through the ledger begins no further batch and the next one follows, which first looks into doubts. Together with
    /// <see cref="CallTimeoutSeconds"/> well below what <see cref="SafeSendMinutes"/> leaves for cancelling.
    /// </summary>
    public int RoundSeconds { get; set; } = 30;

    /// <summary>Seconds after which the batch of a silent worker is looked after by another; longer than any call may last.</summary>
    public int LeaseSeconds { get; set; } = 180;

    /// <summary>Seconds that one call may last; a batch by SMTP begins no further message after them.</summary>
    public int CallTimeoutSeconds { get; set; } = 90;

    /// <summary>Keys of the links in letters, the newest first (<c>id:base64</c>, id from 1 to 255). Empty: one is made and stored.</summary>
    public List<string> LinkKeys { get; set; } = [];

    /// <summary>SMTP connections kept open.</summary>
    public int SmtpSessions { get; set; } = 8;

    /// <summary>Messages in one SMTP batch: what may be in doubt after a crash.</summary>
    public int SmtpBatchSize { get; set; } = 50;

    /// <summary>Recipients in one call to SendGrid, 1,000 at most: what may be in doubt after a crash.</summary>
    public int SendGridBatchSize { get; set; } = 1000;

    /// <summary>Recipients a minute that one space may hand over; 0 = no limit. The first batch goes at once, the next when it is paid for.</summary>
    public int SpaceRatePerMinute { get; set; }

    /// <summary>The same for one sending domain (a young domain is warmed up slowly).</summary>
    public int DomainRatePerMinute { get; set; }

    /// <summary>The same for the account at the provider.</summary>
    public int ProviderRatePerMinute { get; set; }

    /// <summary>
    /// SendGrid only: minutes that a batch waits at the provider under a name of ours, so that one whose answer was lost can be
    /// cancelled with certainty and sent anew. The provider cancels up to ten minutes before the hour: keep <see cref="LeaseSeconds"/>
    /// well below this time less ten minutes. 0 = send at once; a doubt then waits for events.
    /// </summary>
    public int SafeSendMinutes { get; set; } = 15;
}
