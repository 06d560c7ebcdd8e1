namespace CapaCitoyenne.Mailing.Idempotency;

/// <summary>A request that came with a key, and what was answered: the same key gets the same answer for a day, and nothing is done twice.</summary>
internal sealed class IdempotentRequest : Entity<Guid>, IMultiTenant
{
    public const int MinKeyLength = 8;
    public const int MaxKeyLength = 100;
    public const int HashLength = 64;
    /// <summary>Characters; a longer answer is not kept, and the key then only refuses a second time.</summary>
    public const int MaxAnswerLength = 200_000;
    public static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    private IdempotentRequest() { }

    public IdempotentRequest(Guid id, Guid userId, string key, string requestHash, DateTime now) : base(id)
    {
        UserId = userId;
        Key = key;
        RequestHash = requestHash;
        CreationTime = now;
    }

    public Guid? TenantId { get; private set; }

    public Guid UserId { get; private set; }

    public string Key { get; private set; } = "";

    /// <summary>SHA-256 of method, address and body, hexadecimal.</summary>
    public string RequestHash { get; private set; } = "";

    public DateTime CreationTime { get; private set; }

    /// <summary>Null while the first request is under way.</summary>
    public int? Status { get; private set; }

    public string? AnswerJson { get; private set; }

    public void Answered(int status, string answer)
    {
        Status = status;
        AnswerJson = answer.Length <= MaxAnswerLength ? answer : null;
    }
}
