namespace CapaCitoyenne.Associations.Integration;

/// <summary>
/// What a module holds of a person by their account, for the copy that they may download and for the erasure of the account (articles 15, 17 and 20 of
/// the GDPR; decision 0075). Implement it in the module that owns the rows. Called with no space current: look in all spaces, for this person alone.
/// </summary>
[CollectedService]
public interface IPersonalDataContributor : ITransientDependency
{
    /// <summary>All of it, in words that a person reads; null when there is nothing. Keep it to a few queries.</summary>
    Task<PersonalDataSection?> CollectAsync(PersonalDataSubject person);

    /// <summary>
    /// Deletes what is theirs alone, and takes their name off what others need. In the transaction that erases the account: a failure undoes it all.
    /// </summary>
    Task EraseAsync(PersonalDataSubject person);
}

/// <summary>Whose data.</summary>
/// <param name="Name">Today's: what was signed with a former name is not found by it.</param>
public record PersonalDataSubject(Guid UserId, string Name, string Email);

/// <summary>A part of the copy, written as JSON.</summary>
/// <param name="Name">Its key in the file: <c>learning</c>.</param>
/// <param name="Content">Records and lists of records; times in UTC.</param>
public record PersonalDataSection(string Name, object Content);
