namespace CapaCitoyenne.Mailing.Contacts;

/// <summary>Whether letters may go to a contact, as people read it; computed from consents and suppressions.</summary>
public enum ContactStatus
{
    /// <summary>Asked to confirm by mail and has not done so.</summary>
    Unconfirmed = 0,
    Active = 1,
    /// <summary>Withdrew a consent and holds none for news any more.</summary>
    Unsubscribed = 2,
    /// <summary>The address bounced for good, or its owner complained.</summary>
    Suppressed = 3,
}

/// <summary>What a letter is for. Each purpose has its own legal ground and its own unsubscribe effect.</summary>
public enum ConsentPurpose
{
    /// <summary>Notices that the statutes require (general assembly). Needs no consent and cannot be unsubscribed from.</summary>
    Statutory = 0,
    Information = 1,
    Appeal = 2,
    Commercial = 3,
    /// <summary>Readings and clicks of their letters are counted, without their name. No letter is for it, and only the person gives it.</summary>
    Measurement = 4,
}

/// <summary>How a consent was given.</summary>
public enum ConsentMethod
{
    /// <summary>Public form, confirmed by mail (double opt-in).</summary>
    FormConfirmed = 0,
    /// <summary>Written down by a member of the association, who says where it comes from.</summary>
    Declared = 1,
    /// <summary>Came with an imported file, whose origin was declared.</summary>
    Imported = 2,
    /// <summary>Chosen by the person on the preference page.</summary>
    Preferences = 3,
}

public enum SuppressionReason
{
    HardBounce = 0,
    Complaint = 1,
    Manual = 2,
    /// <summary>Could not be written to on several days.</summary>
    SoftBounces = 3,
}

public enum ContactSort
{
    /// <summary>By address.</summary>
    Email = 0,
    /// <summary>By last name, then address.</summary>
    Name = 1,
    /// <summary>The newest first.</summary>
    Newest = 2,
}

public enum ContactAction
{
    /// <summary>Who left the list themselves is not put back.</summary>
    AddToList = 0,
    RemoveFromList = 1,
    AddTag = 2,
    RemoveTag = 3,
}
