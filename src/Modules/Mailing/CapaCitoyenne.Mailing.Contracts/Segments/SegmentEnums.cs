namespace CapaCitoyenne.Mailing.Segments;

public enum SegmentMatch
{
    All = 0,
    Any = 1,
}

/// <summary>What a condition looks at.</summary>
public enum SegmentSubject
{
    FirstName = 0,
    LastName = 1,
    Email = 2,
    /// <summary>Value: a BCP 47 tag, for example <c>fr</c>.</summary>
    Language = 3,
    /// <summary>Value: <c>manual</c>, <c>import</c> or <c>form</c>.</summary>
    Source = 4,
    /// <summary>Value: a <see cref="Contacts.ContactStatus"/>.</summary>
    Status = 5,
    /// <summary>When the contact came into the book.</summary>
    Joined = 6,
    /// <summary>Reference: a list that the contact is in.</summary>
    List = 7,
    /// <summary>Reference: a tag.</summary>
    Tag = 8,
    /// <summary>Value: a <see cref="Contacts.ConsentPurpose"/> that the contact agreed to, and agrees to still.</summary>
    Consent = 9,
    /// <summary>Reference: a field of the space; the operators depend on its type.</summary>
    Field = 10,
    /// <summary>Reference: a campaign that reached the contact.</summary>
    Campaign = 11,
}

/// <summary>
/// Words are compared without case and accents. <see cref="IsNot"/> is true for contacts of whom nothing is known as well. Days are days in UTC.
/// </summary>
public enum SegmentOperator
{
    Is = 0,
    IsNot = 1,
    Contains = 2,
    StartsWith = 3,
    EndsWith = 4,
    IsSet = 5,
    IsNotSet = 6,
    GreaterThan = 7,
    LessThan = 8,
    /// <summary>Value: a day, <c>yyyy-MM-dd</c>; the day itself is not before.</summary>
    Before = 9,
    /// <summary>Value: a day, <c>yyyy-MM-dd</c>; the day itself is not after.</summary>
    After = 10,
    /// <summary>Value: a number of days; from so many days ago until now.</summary>
    WithinDays = 11,
    /// <summary>Value: a number of days; longer ago than that.</summary>
    MoreThanDaysAgo = 12,
}
