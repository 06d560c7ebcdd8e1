namespace CapaCitoyenne.Sites.Domains;

/// <summary>
/// A domain name that a space brought along. Belongs to the hub's side, since requests come by name before the space is known and since a name
/// can be only one space's: whoever reads it says whose.
/// </summary>
internal sealed class SiteDomain : CreationAuditedAggregateRoot<Guid>
{
    public const int TokenLength = 32;

    private SiteDomain() { }

    /// <param name="name">Of <see cref="DomainName.Parse"/>.</param>
    public SiteDomain(Guid id, Guid ownerTenantId, string name, string token) : base(id)
    {
        OwnerTenantId = ownerTenantId;
        Name = name;
        Token = token;
    }

    public Guid OwnerTenantId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What the TXT record must hold. Made for this space: another one's proof proves nothing.</summary>
    public string Token { get; private set; } = "";

    public SiteDomainState State { get; private set; }

    /// <summary>The name once it was proven, until the hold ends; unique among all spaces. Null before: a name that one only claims is in nobody's way.</summary>
    public string? ClaimedName { get; private set; }

    public DateTime? CheckedTime { get; private set; }

    /// <summary>Since when the proof is missing (UTC).</summary>
    public DateTime? MissingSince { get; private set; }

    /// <summary>When it last stopped answering (UTC); stays when the name is asked back, until it is proven again.</summary>
    public DateTime? RemovedTime { get; private set; }

    public bool? PointsHere { get; private set; }

    public bool Answers => State is SiteDomainState.Active or SiteDomainState.ProofMissing;

    public DateTime? DetachTime => State == SiteDomainState.ProofMissing ? MissingSince?.AddDays(DomainConsts.GraceDays) : null;

    /// <summary>Until when a name that stopped answering is kept for the space; asking it back without a proof does not begin that anew.</summary>
    public DateTime? HeldUntil => RemovedTime?.AddDays(DomainConsts.HoldDays);

    public string ProofName => "_capacitoyenne." + Name;

    public string ProofValue => "capacitoyenne=" + Token;

    /// <summary>The proof was found.</summary>
    public void Prove(DateTime now)
    {
        State = SiteDomainState.Active;
        ClaimedName = Name;
        MissingSince = null;
        RemovedTime = null;
        CheckedTime = now;
    }

    /// <summary>The name system answered, without the proof.</summary>
    /// <returns>What that changed.</returns>
    public DomainChange Miss(DateTime now)
    {
        CheckedTime = now;
        if (State == SiteDomainState.Active)
        {
            State = SiteDomainState.ProofMissing;
            MissingSince = now;
            return DomainChange.Warned;
        }
        if (State != SiteDomainState.ProofMissing || now < DetachTime) return DomainChange.None;
        Remove(now);
        return DomainChange.Detached;
    }

    public void Point(bool? pointsHere) => PointsHere = pointsHere;

    /// <summary>Stops answering; the name stays reserved.</summary>
    public void Remove(DateTime now)
    {
        if (Answers) RemovedTime = now;
        State = SiteDomainState.Removed;
        MissingSince = null;
    }

    /// <summary>The space wants its name back: it must prove it again.</summary>
    public void TakeBack()
    {
        if (State == SiteDomainState.Removed) State = SiteDomainState.Pending;
    }
}

internal enum DomainChange
{
    None,
    Warned,
    Detached,
}
