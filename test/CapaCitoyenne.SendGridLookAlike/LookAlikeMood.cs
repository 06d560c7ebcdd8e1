namespace CapaCitoyenne.TestBase.SendGrid;

/// <summary>How one call is answered.</summary>
public enum LookAlikeMood
{
    Accept,
    /// <summary>Takes the mail and never answers, until it is told to cut the connection.</summary>
    AcceptThenHang,
    /// <summary>Takes the mail and answers 500.</summary>
    AcceptThenFail,
    /// <summary>Takes the mail and cuts the connection.</summary>
    AcceptThenDrop,
    /// <summary>Answers 503 without taking the mail.</summary>
    Fail,
    /// <summary>429, to be tried again one second later.</summary>
    Throttle,
    Unauthorized,
    Forbidden,
    /// <summary>413 with a page of HTML, as the web server in front of the API writes it.</summary>
    TooLarge,
    /// <summary>413 with the API's own words.</summary>
    TooLargeJson,
    /// <summary>400 about the sender.</summary>
    RefuseLetter,
    /// <summary>400 that names no field.</summary>
    RefuseWithoutField,
}

/// <summary>One recipient of one accepted request, with our custom arguments as they came.</summary>
/// <param name="SendAt">When it leaves; null = at once.</param>
public sealed record HandedOver(string Email, string Attempt, string Delivery, string Tenant, string? BatchId, string MessageId, DateTimeOffset? SendAt = null);
