namespace CapaCitoyenne.Sites.Agenda;

/// <summary>Somebody who wants to come to one time of an event. Erased some days after it.</summary>
internal sealed class Registration : CreationAuditedAggregateRoot<Guid>, IMultiTenant
{
    private Registration() { }

    public Registration(Guid id, Event @event, Occurrence occurrence, string name, string? email, int persons, string? message) : base(id)
    {
        TenantId = @event.TenantId;
        EventId = @event.Id;
        Day = occurrence.Day;
        EndDay = occurrence.Times.EndDay;
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), EventConsts.MaxNameLength).Trim();
        Email = email;
        NormalizedEmail = email?.ToLowerInvariant();
        Persons = persons;
        Message = string.IsNullOrWhiteSpace(message) ? null : Check.Length(message.Trim(), nameof(message), EventConsts.MaxMessageLength);
    }

    public Guid? TenantId { get; private set; }

    public Guid EventId { get; private set; }

    /// <summary>Names the occurrence: the day on which it begins by the rhythm.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>When it is over; the time until it is forgotten runs from here.</summary>
    public DateOnly EndDay { get; private set; }

    public string Name { get; private set; } = "";

    public string? Email { get; private set; }

    public string? NormalizedEmail { get; private set; }

    public int Persons { get; private set; }

    public string? Message { get; private set; }

    public RegistrationState State { get; private set; }

    public bool IsSame(string name, int persons) => Name == name.Trim() && Persons == persons;

    public void Confirm() => State = RegistrationState.Confirmed;

    public void Wait() => State = RegistrationState.Waiting;

    public void Cancel() => State = RegistrationState.Cancelled;
}
